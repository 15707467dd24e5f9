import { afterEach, describe, expect, it } from 'vitest';
import { WenbaoError } from '../../../../src/errors.ts';
import { exchange, logIn, PASSWORD, type StartedStaff, sendForm, startStaff } from './start-staff.ts';

let staff: StartedStaff;
afterEach(() => staff.close());

const APPROVAL = {
  question: '去年新建了几所小学',
  statement: '3所。',
  quote: '新建小学3所',
  reportId: 'qingxi-2018',
  author: '王一',
  expires: '2024-12-31',
};

describe('logging in', () => {
  it('shows nothing but the login to a stranger', async () => {
    staff = await startStaff([exchange('一个市民的问题')]);
    const page = await (await fetch(`${staff.address}/staff`)).text();
    expect(page).toContain('type="password"');
    expect(page).not.toContain('一个市民的问题');
  });

  it('opens the page with the password, in a cookie that scripts and other sites cannot use', async () => {
    staff = await startStaff([exchange('一个市民的问题')]);
    const response = await sendForm(`${staff.address}/staff/login`, { password: PASSWORD });
    expect(response.status).toBe(303);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^wenbao-staff=[0-9a-f]{48}; Path=\/staff; HttpOnly; SameSite=Strict$/u);
    const page = await fetch(`${staff.address}/staff`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(await page.text()).toContain('一个市民的问题');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['', 'wrong', `${PASSWORD} `, PASSWORD.toUpperCase()])('refuses %j', async (password) => {
    staff = await startStaff();
    const response = await sendForm(`${staff.address}/staff/login`, { password });
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('lets nobody guess on and on, not even rightly', async () => {
    staff = await startStaff([], { limitLogin: { count: 1, windowS: 60 } });
    await sendForm(`${staff.address}/staff/login`, { password: 'wrong' });
    const second = await sendForm(`${staff.address}/staff/login`, { password: PASSWORD });
    expect(second.status).toBe(429);
    expect(second.headers.has('retry-after')).toBe(true);
  });

  it('ends after half an hour without a click', async () => {
    staff = await startStaff([exchange('一个市民的问题')]);
    const { cookie, csrf } = await logIn(staff.address);
    staff.clock.now += 30 * 60_000;
    expect(await (await fetch(`${staff.address}/staff`, { headers: { cookie } })).text()).toContain(
      'type="password"',
    );
    const late = await sendForm(
      `${staff.address}/staff/safe-mode`,
      { csrf, channel: 'all', mode: 'off', comment: 'x' },
      { cookie },
    );
    expect(late.status).toBe(403);
    expect(staff.modes).toEqual([]);
  });

  it('ends after eight hours even with clicks', async () => {
    staff = await startStaff();
    const { cookie } = await logIn(staff.address);
    for (let passed = 0; passed < 8 * 60; passed += 20) {
      staff.clock.now += 20 * 60_000;
      await fetch(`${staff.address}/staff`, { headers: { cookie } });
    }
    expect(await (await fetch(`${staff.address}/staff`, { headers: { cookie } })).text()).toContain(
      'type="password"',
    );
  });

  it('in another place leaves the first alone, says so there, and can be ended from there', async () => {
    staff = await startStaff();
    const first = await logIn(staff.address);
    const second = await logIn(staff.address);
    expect(first.cookie).not.toBe(second.cookie);
    const page = await (await fetch(`${staff.address}/staff`, { headers: { cookie: first.cookie } })).text();
    expect(page).toContain('另有1处登录');
    const form = { csrf: first.csrf };
    expect(
      (await sendForm(`${staff.address}/staff/end-others`, form, { cookie: second.cookie })).status,
    ).toBe(403);
    await sendForm(`${staff.address}/staff/end-others`, form, { cookie: first.cookie });
    const other = await fetch(`${staff.address}/staff`, { headers: { cookie: second.cookie } });
    expect(await other.text()).toContain('type="password"');
  });

  it('can be ended', async () => {
    staff = await startStaff();
    const { cookie, csrf } = await logIn(staff.address);
    expect((await sendForm(`${staff.address}/staff/logout`, { csrf }, { cookie })).status).toBe(303);
    expect(await (await fetch(`${staff.address}/staff`, { headers: { cookie } })).text()).toContain(
      'type="password"',
    );
  });
});

describe('what staff change', () => {
  const FORMS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['safe-mode', { channel: 'web', mode: 'off', comment: '维护' }],
    ['approve', APPROVAL],
    ['unapprove', { question: APPROVAL.question }],
    ['case', { receipt: '7', verdict: 'right' }],
    ['end-others', {}],
    ['logout', {}],
  ];

  it.each(FORMS)('%s needs the cookie, the token of the form, and this very site', async (name, fields) => {
    staff = await startStaff();
    const { cookie, csrf } = await logIn(staff.address);
    const address = `${staff.address}/staff/${name}`;
    const attempts = [
      await sendForm(address, { ...fields, csrf }),
      await sendForm(address, { ...fields, csrf }, { cookie: 'wenbao-staff=0' }),
      await sendForm(address, fields, { cookie }),
      await sendForm(address, { ...fields, csrf: 'f'.repeat(48) }, { cookie }),
      await sendForm(address, { ...fields, csrf }, { cookie, origin: 'https://evil.example' }),
      await sendForm(address, { ...fields, csrf }, { cookie, 'sec-fetch-site': 'cross-site' }),
    ];
    expect(attempts.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect([staff.modes, staff.approved, staff.cases].flat()).toEqual([]);
  });

  it('sets the safe mode, only with a comment', async () => {
    staff = await startStaff();
    const { cookie, csrf } = await logIn(staff.address);
    const form = { csrf, channel: 'wechat', mode: 'quote-only' };
    const without = await sendForm(`${staff.address}/staff/safe-mode`, { ...form, comment: ' ' }, { cookie });
    expect(without.status).toBe(400);
    await sendForm(`${staff.address}/staff/safe-mode`, { ...form, comment: '核对数字' }, { cookie });
    expect(staff.modes).toEqual([{ channel: 'wechat', mode: { mode: 'quote-only', comment: '核对数字' } }]);
  });

  it('makes a case of an answer in one click, or a note that it is wrong', async () => {
    staff = await startStaff([exchange('问过的')]);
    const { cookie, csrf } = await logIn(staff.address);
    const send = (receipt: string, verdict: string) =>
      sendForm(`${staff.address}/staff/case`, { csrf, receipt, verdict }, { cookie });
    expect(await (await send('7', 'right')).text()).toContain('已存为用例 figure-1');
    expect(await (await send('404', 'right')).text()).toContain('没有这个回执');
    expect(await (await send('8', 'wrong')).text()).toContain('已记下');
    expect([staff.cases, staff.wrong]).toEqual([[7, 404], [8]]);
    expect((await send('seven', 'right')).status).toBe(400);
  });

  it('says why where the folder of the cases cannot be written, and nothing of any other fault', async () => {
    let fault: Error = new WenbaoError('cases', 'Cannot write seeds/figure.jsonl: EROFS');
    staff = await startStaff([], { makeCase: () => Promise.reject(fault) });
    const { cookie, csrf } = await logIn(staff.address);
    const send = () =>
      sendForm(`${staff.address}/staff/case`, { csrf, receipt: '7', verdict: 'right' }, { cookie });
    expect(await (await send()).text()).toContain('没有存为用例：Cannot write seeds/figure.jsonl: EROFS');
    fault = new Error('secret');
    const broken = await send();
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain('secret');
  });

  it('approves an answer whose quote stands in the report, and takes it back', async () => {
    staff = await startStaff();
    const { cookie, csrf } = await logIn(staff.address);
    const forged = await sendForm(
      `${staff.address}/staff/approve`,
      { csrf, ...APPROVAL, quote: '新建小学30所' },
      { cookie },
    );
    expect(await forged.text()).toContain('引文在报告里找不到');
    expect(staff.approved).toEqual([]);
    const page = await sendForm(`${staff.address}/staff/approve`, { csrf, ...APPROVAL }, { cookie });
    expect(await page.text()).toContain('去年新建了几所小学');
    expect(staff.approved).toEqual([APPROVAL]);
    await sendForm(`${staff.address}/staff/unapprove`, { csrf, question: APPROVAL.question }, { cookie });
    expect(staff.approved).toEqual([]);
  });
});

describe('what staff see', () => {
  it('groups what was refused by likeness, so that gaps show', async () => {
    const refused = { kind: 'refusal', reason: 'not-in-report' } as const;
    staff = await startStaff([
      exchange('地铁什么时候通车', refused),
      exchange('学区怎么划分', refused),
      exchange('地铁什么时候能通车', refused),
      exchange('地铁几号线什么时候通车', refused),
    ]);
    const { cookie } = await logIn(staff.address);
    const page = await (await fetch(`${staff.address}/staff`, { headers: { cookie } })).text();
    const gaps = /<ol class="gaps">([\s\S]*?)<\/ol>/u.exec(page)?.[1] ?? '';
    const items = gaps.split('<li>').slice(1);
    expect(items).toHaveLength(2);
    expect(items[0]).toContain('<b>3次</b> 地铁什么时候通车');
    expect(items[0]).toContain('地铁什么时候能通车');
  });

  it('shows 👎 with its reason, and script in a question as text', async () => {
    const question = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    const feedback = { verdict: 'down', reason: '<b>数字</b>不对' } as const;
    staff = await startStaff([exchange(question, { feedback })]);
    const { cookie } = await logIn(staff.address);
    const page = await (await fetch(`${staff.address}/staff`, { headers: { cookie } })).text();
    expect(page).not.toMatch(/<script|<img|<b>数字/u);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('没用：&lt;b&gt;数字&lt;/b&gt;不对');
  });

  it('tells outcomes in words and times as clocks in China show them', async () => {
    const time = '2024-05-19T23:30:00.000Z';
    staff = await startStaff([
      exchange('地铁什么时候通车', { time, kind: 'refusal', reason: 'mentioned-but-not-this' }),
      exchange('故障', { kind: 'failure', reason: 'internal' }),
    ]);
    const { cookie } = await logIn(staff.address);
    const page = await (await fetch(`${staff.address}/staff`, { headers: { cookie } })).text();
    expect(page).toContain('<td>05-20 07:30</td>');
    expect(page).toContain('未回答 <small>提到，但没说这一点</small>');
    expect(page).toContain('故障 <small>internal</small>');
    // Both are of one day.
    expect(page).toMatch(/<rect class="refusal".*?<rect class="failure".*?>2<\/text>/u);
  });

  it('plots outcomes and latencies without a script', async () => {
    staff = await startStaff([
      exchange('一', { latencyMs: 42 }),
      exchange('二', { kind: 'failure', latencyMs: 3000 }),
    ]);
    const { cookie } = await logIn(staff.address);
    const page = await (await fetch(`${staff.address}/staff`, { headers: { cookie } })).text();
    expect(page.match(/<svg/gu)).toHaveLength(2);
    expect(page).toContain('<rect class="failure"');
  });
});
