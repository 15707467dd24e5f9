import { describe, expect, it } from 'vitest';
import { readXml, writeXml } from '../../../src/channels/tencent/xml.ts';

describe('a message that is read', () => {
  it('has its fields, a number as it was written', () => {
    const fields = readXml(
      '<xml>\n<FromUserName><![CDATA[o9Ag]]></FromUserName><MsgId>4561255354251345929</MsgId><Content><![CDATA[ 1.0 ]]></Content></xml>',
    );
    expect(fields?.get('FromUserName')).toBe('o9Ag');
    expect(fields?.get('MsgId')).toBe('4561255354251345929');
    expect(fields?.get('Content')).toBe(' 1.0 ');
  });

  it('keeps what stands between two parts of CDATA, and emoji', () => {
    const fields = readXml('<xml><Content><![CDATA[a]]]]><![CDATA[>b🙂<c>]]></Content></xml>');
    expect(fields?.get('Content')).toBe('a]]>b🙂<c>');
  });

  it('leaves entities as they are', () => {
    expect(readXml('<xml><Content>&lt;a&#65;&amp;</Content></xml>')?.get('Content')).toBe('&lt;a&#65;&amp;');
  });

  it('leaves out what is nested or there twice', () => {
    const fields = readXml(
      '<xml><ScanCodeInfo><ScanType>qrcode</ScanType></ScanCodeInfo><FromUserName>a</FromUserName><FromUserName>b</FromUserName><A>1</A></xml>',
    );
    expect([...(fields ?? [])]).toEqual([['A', '1']]);
  });
});

describe('no message', () => {
  it.each([
    ['nothing', ''],
    ['words', 'not xml'],
    ['JSON', '{"xml":{"a":"b"}}'],
    ['an element that is not closed', '<xml><a></xml>'],
    ['a document that ends early', '<xml><Content><![CDATA[a'],
    ['another root', '<html><a>b</a></html>'],
    ['an empty root', '<xml></xml>'],
    ['two roots', '<xml><a>b</a></xml><xml><a>c</a></xml>'],
    ['a document type', '<!DOCTYPE xml [<!ENTITY a "b">]><xml><a>&a;</a></xml>'],
    ['an entity', '<xml><!ENTITY a "b"><a>&a;</a></xml>'],
    ['a processing instruction', '<?php phpinfo() ?><xml><a>b</a></xml>'],
    ['elements nested by the thousand', `<xml>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</xml>`],
  ])('is %s', (_name, text) => {
    expect(readXml(text)).toBeNull();
  });

  it('reaches what every object has', () => {
    readXml('<xml><__proto__><polluted>yes</polluted></__proto__><constructor>no</constructor></xml>');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('a message that is written', () => {
  it.each(['170.1亿元\n第二行', 'a]]>b', ']]>', '<a href="https://example.com/?a=1&b=2">看</a>', '🙂', ''])(
    'says %j to whoever reads it',
    (text) => {
      expect(readXml(writeXml({ Content: text, End: 1 }))?.get('Content')).toBe(text);
    },
  );

  it('leaves out what XML cannot hold', () => {
    expect(readXml(writeXml({ Content: 'a\u0000b\u001bc\ud800' }))?.get('Content')).toBe('abc\ufffd');
  });

  it('is as the platform wants it', () => {
    expect(writeXml({ ToUserName: 'o9Ag', CreateTime: 1 })).toBe(
      '<xml><ToUserName><![CDATA[o9Ag]]></ToUserName><CreateTime>1</CreateTime></xml>',
    );
  });
});
