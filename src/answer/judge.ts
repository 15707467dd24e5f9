import type { Question } from '../domain/question.ts';
import { type Report, type Sentence, spansYears } from '../domain/report.ts';
import { contentWords, isLeanedOn } from '../question/content-words.ts';
import { withoutTime } from '../question/time-words.ts';
import { ownPlace } from '../question/without-frame.ts';
import type { Found } from '../retrieval/create-retriever.ts';
import type { SearchIndex } from '../search-index/search-index.ts';
import { sentenceText } from '../search-index/sentence-text.ts';
import { regionsOf } from '../text/regions.ts';
import { abbreviated, partsOfProvinces } from '../text/short-places.ts';
import { clauseTexts } from '../text/split-clauses.ts';
import { isDistrict, type Tokenizer } from '../text/tokenize.ts';
import { askedUnitKind, type UnitKind } from '../text/unit-kinds.ts';
import { candidateFeatures, isAble } from './candidate-features.ts';
import { putsForward } from './check-premise.ts';
import type { Judged } from './decide.ts';
import { answerProbability, type DecisionModel } from './decision-model.ts';
import { figureKinds } from './figure-kinds.ts';
import { isBareTerm } from './glossary-entry.ts';
import { BODY } from './lacking-circumstance.ts';
import { createNamesAsked, properIn } from './names-asked.ts';
import { ANYWHERE } from './place-asked.ts';
import { figureClaims } from './premise-claims.ts';
import { inOwnWords, quotedText, type Reading, readCandidate, type WeighedWord } from './read-candidate.ts';
import { selectQuote } from './select-quote.ts';
import type { WordWeight } from './word-weights.ts';

/** What no corpus holds. */
const NOWHERE = '\u0000';

/** Four sentences at most, by inverse document frequency. */
const FEW_HAVE_IT = Math.log(9);

/** The level of a government by the name of its place: 区 of 红旗区人民政府, 州 of a 自治州. */
const OWN_LEVEL = /(?:自治区|自治州|[省市州县区旗])(?=(?:人民)?政府)/u;
/** 全市 of 全市的; not where it is said of each that is counted: 几个市全市通公交. */
const SCOPE = /(?<!(?:几|多少)个?[省市州县区旗])(?<scope>全[国省市州县区旗])(?!人|第|政)(?<of>.{0,2})/u;
/** … or told to, as 向全国推广; or shared out among. */
const RANKED = /几成|[让向在为给获供]全|排|第[几一二三]|位[居次]|名次|占|比重|平均|前[几列]|[比跟和与同较]全/;

/** People who name no stretch of years ask of a year: what five years brought is half as likely meant. */
const UNASKED_PERIOD = 0.5;

/** What a message names itself weighs more than what it leans on: 托位有多少 after 养老床位有多少. */
const LEANED_ON = 0.5;

/** 过六千亿了没有, 到没到8亿元 */
const PASSES = /[过超达到破有][^,，]{0,3}?[\d.一二两三四五六七八九十百]+[千万亿]/u;
const OPENS_AS_DISTRICT = /^\p{Script=Han}{2}[区县旗](?![域块间级里内])/u;

interface Indexed {
  readonly report: Report;
  readonly sentence: Sentence;
}

/** The kind of figure that is asked for, or that a question puts forward: 降了26.5%，是这个数吗. */
function unitMeant(question: Question): UnitKind {
  const asked = askedUnitKind(question.text);
  if (asked !== 'none' || !putsForward(question)) return asked;
  const figures = figureClaims(question.text);
  const [kind = 'none', ...others] = new Set(figures.map((claim) => claim.kind));
  return others.length > 0 || kind === 'duration' ? 'none' : kind;
}

export type Judge = (question: Question, found: readonly Found[]) => readonly Judged[];

/** Reads the candidates against the question: the clauses they would quote, and how likely these answer. */
export function createJudge(collaborators: {
  readonly index: Pick<SearchIndex, 'sentences'>;
  readonly model: DecisionModel;
  readonly tokenizer: Pick<Tokenizer, 'words' | 'pieces' | 'names' | 'places' | 'agents' | 'sites'>;
  readonly weight: WordWeight;
  /** What else the corpus calls what a word names. */
  readonly otherNames: (word: string) => readonly string[];
}): Judge {
  const { index, model, tokenizer, weight, otherNames } = collaborators;
  const namesAsked = createNamesAsked(tokenizer);
  return (question, found) => {
    const unit = unitMeant(question);
    const places = [...tokenizer.places(question.text)].filter(
      (place) =>
        place.length > 1 &&
        !ANYWHERE.test(place) &&
        !isAnniversary(place, question.text) &&
        !isOfTheAsker(place, question.text) &&
        !isExample(place, question.text),
    );
    const wordsOf = new Map(
      [...new Set(found.map(({ text }) => text))].map((text) => [text, weigh(text, question)]),
    );
    const own = wordsOf.get(question.text) ?? weigh(question.text, question);
    const district = districtCutInTwo(question.text);
    return found.flatMap((one) => {
      const entry = index.sentences[one.candidate.id];
      if (entry === undefined) return [];
      const text = sentenceText(entry.report, entry.sentence);
      const reading = readCandidate(one, wordsOf.get(one.text) ?? [], { ...entry, text });
      const { quote, focus } = selectQuote(inOwnWords(reading, own), question, unit);
      const quoted = quotedText({ reading, quote });
      const features = candidateFeatures(reading, question, quote, focus);
      const probability =
        answerProbability(model, features) * (isOfAnotherLength(question, reading) ? UNASKED_PERIOD : 1);
      const elsewhere =
        (district !== null && entry.report.text.includes(district) ? [...places, district] : places).some(
          (place) =>
            isElsewhere(place, question, entry) || isToldOfAPlaceBeside(place, question, reading, quoted),
        ) ||
        isOfAnotherLevel(question, entry) ||
        isOfTheWholeProvince(question, reading);
      return [
        {
          reading,
          quote,
          features,
          probability,
          able:
            isAble(features) &&
            !elsewhere &&
            !isBareTerm(reading, quote) &&
            !isNobody(question, text, tokenizer),
          namesAsked: namesAsked(question, { reading, quote }),
        },
      ];
    });
  };

  function weigh(text: string, question: Question): readonly WeighedWord[] {
    const names = tokenizer.names(text);
    const proper = properIn(text, tokenizer);
    return contentWords(text, tokenizer.words).map((word) => {
      const isKnown = weight(word.word) < weight(NOWHERE);
      const isName = names.has(word.word);
      const isProper = isName || proper.has(word.word);
      return {
        ...word,
        weight: weight(word.word) * (isLeanedOn(word.word, question) ? LEANED_ON : 1),
        isName,
        isProper,
        otherNames: otherNames(word.word),
        isOwnName:
          isKnown &&
          weight(word.word) >= weight(NOWHERE) - FEW_HAVE_IT &&
          isProper &&
          !tokenizer.places(text).has(word.word),
        isKnown,
      };
    });
  }

  /** 襄阳产值多少 is not told by 武汉产值8亿元，襄阳进至前列: each clause with a figure names another place. */
  function isToldOfAPlaceBeside(
    place: string,
    { asks, text }: Question,
    { report, sentence }: Reading,
    quoted: string,
  ): boolean {
    const { title, issuer } = report.facts;
    const isOwn = (name: string) => (title + issuer).includes(name);
    if (!asksAmount({ asks, text }) || isOwn(place) || !withoutTime(text).startsWith(place)) return false;
    const telling = (told: string) => clauseTexts(told).filter((clause) => figureKinds(clause).length > 0);
    const isOfIt = (clause: string) => clause.includes(place) || abbreviated(place)?.test(clause) === true;
    const isOfAnother = (clause: string) =>
      [...tokenizer.places(clause)].some((other) => !ANYWHERE.test(other) && !isOwn(other));
    return (
      telling(quoted).length > 0 &&
      telling(quoted).every(isOfAnother) &&
      !telling(report.text.slice(sentence.start, sentence.end)).some(isOfIt)
    );
  }
}

/** How much, or whether it is as much. */
function asksAmount({ asks, text }: Pick<Question, 'asks' | 'text'>): boolean {
  return asks === 'figure' || (asks === 'yesno' && PASSES.test(text));
}

/** 江湾区 opens a question in two words, since no dictionary has it; a place where the report has it as a name. */
function districtCutInTwo(asked: string): string | null {
  const [name] = OPENS_AS_DISTRICT.exec(withoutTime(asked)) ?? [];
  return name !== undefined && isDistrict(name) ? name : null;
}

/**
 * A place that the report never names is not spoken of; a figure is a place's own only where the sentence names it.
 * The place the report is about is spoken of throughout, and those around it are where they stand in its address.
 */
function isElsewhere(place: string, question: Question, { report, sentence }: Indexed): boolean {
  const { title, issuer } = report.facts;
  const own = ownPlace(report.facts);
  if (title.includes(place) || issuer.includes(place)) return false;
  if (own !== '' && place.startsWith(own)) return false;
  const behind = question.text.slice(question.text.indexOf(place) + place.length);
  if (own !== '' && new RegExp(`^(?:\\p{Script=Han}{0,4}[省市州县])?${own}`, 'u').test(behind)) return false;
  const short = abbreviated(place);
  const names = (text: string) => text.includes(place) || short?.test(text) === true;
  const told = report.text.slice(sentence.start, sentence.end) + sentence.headingPath.join();
  if (isOfItsRegion(place, question, report, told)) return false;
  if (!names(report.text)) return true;
  return asksAmount(question) && !names(told);
}

/** 甘肃的娃学费还交不 is told by 今年在西部地区实施; no figure of a region is one of its province, unless the region is asked for, too. */
function isOfItsRegion(
  place: string,
  { asks, text }: Question,
  { facts }: Pick<Report, 'facts'>,
  told: string,
): boolean {
  return regionsOf(place, facts).some(
    ({ said }) => said.test(told) && (asks !== 'figure' || said.test(text)),
  );
}

/**
 * A figure of 全市 or 全国 in the report of a district is one that a clause begins with (高于全国1.8个百分点 is none);
 * asked how the district stands in them, they are where it is ranked.
 */
function isOfAnotherLevel({ asks, text }: Question, { report, sentence }: Indexed): boolean {
  const { issuer, title } = report.facts;
  const own = OWN_LEVEL.exec(issuer || title)?.[0].at(-1);
  const { scope, of = '' } = SCOPE.exec(text)?.groups ?? {};
  if (asks !== 'figure' || own === undefined || scope === undefined || RANKED.test(text)) return false;
  if (scope.endsWith(own)) return false;
  const told = report.text.slice(sentence.start, sentence.end);
  // 全国文明城市 is a name.
  if (of.length === 2 && told.includes(scope + of)) return false;
  return !new RegExp(`(?:^|[，；。：])[^，；。]{0,3}${scope}`, 'u').test(told);
}

/** 六十大庆 is no town. */
function isAnniversary(place: string, text: string): boolean {
  return place === '大庆' && /(?:[\d十年]|[有办搞逢过庆])大庆(?![市油])/u.test(text);
}

/** 我在广东打工 tells where somebody is, and asks nothing of that place. */
function isOfTheAsker(place: string, text: string): boolean {
  return new RegExp(
    `(?:我|俺|咱|人|家里?|孩子|娃|儿子|闺女|女儿|老公|老婆|两口子?|夫妻|对象|媳妇|男人|[爸妈爹娘哥弟姐妹])[^,，。]{0,5}(?:在|到|去|往)${place}[^,，。多几哪]{0,4}(?:打工|发货|送货|运货|卖货|做生意|务工|上班|工作|上学|读书|念书|当兵|住|[做干]|开[店厂车]|养[鸡猪牛羊鱼老]|种[地田菜]|租房|买房|卖|跑)|(?:^|[,，。])(?:想|打算|准备)?[在去到]${place}[^,，。多几哪]{0,2}(?:打工|务工|上班|工作|上学|做生意|[开办]厂|开店)(?=[,，。])|[我俺咱][^,，。]{0,6}${place}[^,，。]{0,4}(?:两[头地边]|来回)[跑走住]|(?:老家|户口|籍贯)(?:是|在)?${place}|(?:我们?|俺们?|咱们?)是?${place}(?:人(?![均口])|老板|的(?=$|[,，。 ]))`,
    'u',
  ).test(text);
}

/** 苏北五市改善了多少户 is not told by a figure of all 江苏. */
function isOfTheWholeProvince({ asks, text }: Question, { report, sentence }: Reading): boolean {
  const told = report.text.slice(sentence.start, sentence.end) + sentence.headingPath.join();
  return asks === 'figure' && partsOfProvinces(text).some((part) => !told.includes(part));
}

/** 美国法国这些大国 asks about a kind, of which the report may name others or none. */
function isExample(place: string, text: string): boolean {
  return new RegExp(`${place}[^,，。]{0,6}(?:这[些种样类]|那[些种样类]|之类|等等)`, 'u').test(text);
}

/** 跟谁签了协定: countries and the like, whose names are written in one character each (中韩). */
const WITH_WHOM = /[跟和与同]谁/u;

/** Somebody is asked for, and a sentence names neither a person nor a body. */
function isNobody(
  { asks, text: asked }: Question,
  text: string,
  { agents }: Pick<Tokenizer, 'agents'>,
): boolean {
  return asks === 'person' && !WITH_WHOM.test(asked) && !BODY.test(text) && agents(text).size === 0;
}

/** The sentence speaks of several years and the question of none or of single ones. */
function isOfAnotherLength({ time }: Question, { sentence }: Reading): boolean {
  return time.period === null && spansYears(sentence.frame);
}
