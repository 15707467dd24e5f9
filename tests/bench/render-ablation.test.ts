import { expect, it } from 'vitest';
import { renderAblation } from '../../bench/render-ablation.ts';

const scores = (rightDev: number, rightTest: number, falseAnswers: number) => ({
  rightDev,
  rightTest,
  falseAnswers,
});

it('renders shares with everything on, and for each thing off the changes in points and the milliseconds saved', () => {
  const whole = {
    name: 'nothing',
    kept: scores(0.9, 0.85, 0.1),
    refitted: scores(0.91, 0.84, 0.08),
    times: { everything: 18.4, saved: 0.02 },
  };
  const without = {
    name: 'dense search',
    kept: scores(0.7, 0.8504, 0.12),
    refitted: scores(0.91, 0.86, 0.08),
    times: { everything: 18, saved: 1.46 },
  };
  expect(renderAblation(whole, [without])).toMatchInlineSnapshot(`
    "| off          | right, dev | right, test | false answers | refitted: right, dev | right, test | false answers | p50 saved |
    | ------------ | ---------: | ----------: | ------------: | -------------------: | ----------: | ------------: | --------: |
    | nothing      |      90.0% |       85.0% |         10.0% |                91.0% |       84.0% |          8.0% | (18.4 ms) |
    | dense search |      −20.0 |         0.0 |          +2.0 |                  0.0 |        +2.0 |           0.0 |   +1.5 ms |
    "
  `);
});
