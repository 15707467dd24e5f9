import { type Figure, findFigures } from '../text/figures.ts';
import { type UnitKind, unitKind } from '../text/unit-kinds.ts';

/** The figures of a text that tell how much: no years of the calendar, no figures inside a quoted name, no 一个. */
export function tellingFigures(text: string): readonly Figure[] {
  return findFigures(text).filter(({ start, end, number, unit }) => {
    if (/^(?:19|20)\d\d$/.test(number) && /^年?$/.test(unit)) return false;
    if (/^一$/.test(number) && !/[%％]|成|倍|半/.test(unit)) return false;
    if (unitKind(number, unit) === 'none') return false;
    const quotesBefore = text.slice(0, start).match(/[“”]/g) ?? [];
    return !(quotesBefore.at(-1) === '“' && text.slice(end).includes('”'));
  });
}

/** The kinds of `tellingFigures`, in their order. */
export function figureKinds(text: string): readonly UnitKind[] {
  return tellingFigures(text).map(({ number, unit }) => unitKind(number, unit));
}
