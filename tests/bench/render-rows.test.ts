import { expect, it } from 'vitest';
import { renderRows } from '../../bench/render-rows.ts';

it('renderRows aligns figures to the right and leaves no space at the end of a line', () => {
  const table = renderRows(
    ['measure', 'figure', 'ratio'],
    [
      ['answer', '9.10 ms', ''],
      ['bare', '2.90 ms', '1.00 ×'],
    ],
  );
  expect(table).toMatchInlineSnapshot(`
    "measure   figure   ratio
    ───────  ───────  ──────
    answer   9.10 ms
    bare     2.90 ms  1.00 ×
    "
  `);
});
