import type { Note } from "../../shared/note.js";
import type { Format } from "./format.js";
import { count } from "./russian.js";

/** The fields of the notes; each note has those of its code. */
interface Details {
  readonly asked: number;
  /** Of a repair: how many, and the first of them. */
  readonly count: number;
  readonly examples: readonly {
    readonly line?: number;
    readonly row?: number;
    readonly column?: string;
    readonly from: string;
    readonly to: number | string | null;
  }[];
  readonly cells: number;
  readonly codes: readonly string[];
  readonly columns: readonly string[];
  readonly complete: number;
  readonly composition: string;
  readonly correlations: readonly number[];
  readonly delta: number;
  readonly description: string;
  readonly dimension: string;
  readonly draws: number;
  readonly found: number;
  readonly furthest: { readonly region: string; readonly sum: number };
  /** The dimension or element that a note of components speaks of. */
  readonly group?: string;
  readonly ids: readonly string[];
  readonly inclusions: readonly number[];
  readonly indicator: string;
  readonly indicatorCount: number;
  readonly indicators: readonly string[];
  readonly kmo: number;
  readonly listed: number;
  readonly maxDistance: number;
  readonly method: string;
  readonly metric: string;
  readonly minCoverage: number;
  /** Of a repair: its number in the ledger. */
  readonly number: number;
  readonly of: number;
  readonly otherLevels: number;
  readonly pairCount: number;
  readonly parts: readonly string[];
  readonly region: string;
  readonly year: number;
  readonly pairs: readonly (readonly [string, string])[];
  readonly plan: string;
  readonly reachedBest: number;
  readonly regions: readonly string[];
  readonly shared: boolean;
  readonly size: number;
  readonly starts: number;
  readonly to: number;
  readonly tolerance: number;
  readonly total: number;
}

type Say = (note: Details, format: Format) => string;

const regions = (n: number): string => count(n, "регион", "региона", "регионов");
const ids = (all: readonly string[]): string => all.join(", ");
const of = (group: string | undefined): string => (group === undefined ? "" : `${group}: `);
/** A repair of the forgiving reading: its number, what it is, how many, and the first place. */
const repair =
  (what: string): Say =>
  ({ number, count: all, examples: [first] }) => {
    const { line, row, column, from, to } = first!;
    const place = `${line === undefined ? `запись ${row}` : `строка ${line}`}${column === undefined ? "" : `, столбец ${column}`}`;
    return `Исправление ${number}, ${what}: ${all}; первое — ${place}: «${from}»${to === null ? "" : ` прочитано как ${to}`}.`;
  };
const METHODS: { readonly [method: string]: string } = {
  median: "медиана",
  "group-median": "медиана группы",
  nearest: "ближайшие регионы",
};

const said: { readonly [code: string]: Say } = {
  plan: ({ plan, description }) => `План ${plan}: ${description}`,
  "no-performance-indicators": () => "Во фреймворке нет показателей результативности, сравнивать нечего.",
  "small-group": ({ size }) => `В группе ${regions(size)}: слишком мало, чтобы отличить разрыв от шума.`,
  "thin-indicator": ({ indicators }) =>
    `Данные есть менее чем у половины референтных регионов по показателям: ${ids(indicators)}.`,
  "target-without-figure": ({ indicators }) => `У региона нет данных по показателям: ${ids(indicators)}.`,
  "no-direction": ({ indicators }) =>
    `Не указано, что лучше, поэтому мест нет по показателям: ${ids(indicators)}.`,
  "no-spread": ({ indicators }) =>
    `У всех референтных регионов одно и то же значение по показателям: ${ids(indicators)}.`,
  "target-without-score": () =>
    "У региона данные менее чем по половине показателей, поэтому нельзя сказать, кто его опережает.",
  "no-leader": () => "Ни один референтный регион не опережает сверх шума.",
  "unsure-regions": ({ regions: unsure, draws }, { number }) =>
    `Менее чем в половине вариантов (из ${number(draws)}) входят в список: ${ids(unsure)}.`,
  "often-enters": ({ regions: outside, inclusions }, { percent }) =>
    `Вне списка, но часто входят в него в вариантах: ${outside.map((id, i) => `${id} (${percent(inclusions[i]!)})`).join(", ")}.`,
  "length-of-the-list": () =>
    "Длина списка в вариантах та же, что в плане; maxDistance и mutual заново не проверяются.",
  "drop-not-varied": () => "При mahalanobis показатели не исключаются: каждый меняет форму всего облака.",
  "dimension-without-weight": ({ dimension }) =>
    `В измерении ${dimension} не осталось структурных показателей, различающих регионы; его вес перешёл к остальным.`,
  "low-kmo": ({ kmo, group }, { number }) =>
    `${of(group)}У показателей мало общего (KMO ${number(kmo)}, ниже 0,6): веса из их компонент мало о чём говорят.`,
  "incomplete-regions": ({ complete, of: all, group }) =>
    `${of(group)}Главные компоненты построены по регионам со всеми показателями: ${complete} из ${all}.`,
  "few-cases": ({ indicatorCount, complete, group }) =>
    `${of(group)}Главным компонентам ${count(indicatorCount, "показателя", "показателей", "показателей")} нужно не менее ${5 * indicatorCount} регионов; есть ${complete}.`,
  "unknown-place": ({ regions: unknown }) =>
    `${regions(unknown.length)} без широты и долготы: расстояние на карте оценить нельзя, по нему они не исключались.`,
  "low-coverage": ({ regions: uncovered }) =>
    `${regions(uncovered.length)} не ранжируются: слишком мало общих с регионом данных.`,
  "fewer-than-asked": ({ found, asked }) =>
    `Допустимых и сопоставимых регионов только ${found}; запрошено ${asked}.`,
  "beyond-max-distance": ({ listed, asked, maxDistance }, { number }) =>
    `Достаточно близки ${listed} из ${asked}: остальные дальше ${number(maxDistance)}.`,
  "no-close-peer": () =>
    "У региона нет близких: более пятой части всех пар регионов ближе друг к другу, чем он к своему ближайшему допустимому региону.",
  "zeros-replaced": ({ indicator, cells, delta }, { number }) =>
    `Показатель ${indicator}: ${count(cells, "нулевая доля заменена", "нулевые доли заменены", "нулевых долей заменено")} на ${number(delta)} перед логарифмом.`,
  "constant-indicator": ({ indicator }) =>
    `Показатель ${indicator} одинаков у всех регионов, у которых он есть; его вес 0.`,
  "empty-indicator": ({ indicator }) => `По показателю ${indicator} нет ни одного значения; его вес 0.`,
  imputed: ({ indicator, cells, method }) =>
    `Показатель ${indicator}: заполнено пропусков — ${cells} (${METHODS[method] ?? method}).`,
  "not-imputed": ({ indicator, cells, method }) =>
    `Показатель ${indicator}: пропуски не удалось заполнить — ${cells} (${METHODS[method] ?? method}); они остались.`,
  "still-skewed": ({ indicator }) => `У показателя ${indicator} и после обработки остались выбросы.`,
  "robust-fallback": ({ indicator }) =>
    `Показатель ${indicator}: более половины значений равны, поэтому робастный масштаб — среднее абсолютное отклонение.`,
  clipped: ({ indicator, regions: outside }) =>
    `Показатель ${indicator}: ${regions(outside.length)} вне границ; взята ближайшая граница.`,
  concentrated: ({ indicators, of }) =>
    `Половину всех расстояний создают ${indicators.length} из ${of} показателей: ${ids(indicators)}.`,
  redundant: ({ pairs, correlations, shared }, { number }) =>
    `Показатели говорят почти одно и то же: ${pairs.map(([a, b], i) => `${a} и ${b} (r = ${number(Math.round(100 * correlations[i]!) / 100)})`).join(", ")}. ${shared ? "Их веса уже разделены." : "Сказанное ими считается дважды; исключите один или взвешивайте по избыточности (redundancy)."}`,
  "weights-ignored": () =>
    "Расстояние Махаланобиса не учитывает веса: каждый показатель с весом входит только через дисперсию и корреляции.",
  unassigned: ({ regions: without, of }) =>
    `Слишком мало данных, без типа: ${without.length} из ${of} (${ids(without)}).`,
  "thin-pairs": ({ pairCount, of, minCoverage }, { percent }) =>
    `${count(pairCount, "пара регионов", "пары регионов", "пар регионов")} из ${of} имеют менее ${percent(minCoverage)} общего веса; их расстояние опирается на то, что есть.`,
  "not-euclidean": ({ metric }) =>
    `Метод Уорда рассчитан на евклидовы расстояния; при ${metric} его высоты — не суммы квадратов. Средняя связь и k-медоиды годятся для любой метрики.`,
  "rarely-reached": ({ reachedBest, starts }) =>
    `Лучшего найденного разбиения достигли только ${reachedBest} из ${starts} запусков: возможно лучшее. Увеличьте число запусков или выберите другое число типов.`,
  borderline: ({ regions: border, of }) =>
    `На границе своего типа (силуэт ниже 0,1) лежат ${border.length} из ${of} регионов: соседний тип почти так же близок или ближе.`,
  "type-of-one": ({ regions: alone }) => `Типы из одного региона (${ids(alone)}) — скорее выбросы, чем типы.`,
  "range-shortened": ({ to }) =>
    `Проверено не более ${to} типов: дальше каждый регион был бы отдельным типом.`,
  "criteria-disagree": () =>
    "Критерии расходятся в числе типов. Посмотрите варианты и выбирайте по тому, для чего нужны типы.",
  "no-types": () =>
    "Статистика разрыва не находит типов: регионы могут образовывать континуум, и любое деление условно.",
  "thin-indicators": ({ ids: thin }) =>
    `Данные менее чем по 66 % регионов у показателей: ${ids(thin)}. Ничего не исключено.`,
  "thin-regions": ({ ids: thin }) =>
    `Данные менее чем по 66 % структурных показателей у регионов: ${ids(thin)}. Ничего не исключено.`,
  "regions-not-recoded": ({ regions: left }) => `Нет в таблице соответствия и исключены: ${ids(left)}.`,
  "ambiguous-codes": ({ regions: codes }) =>
    `Коды, которые означают разные территории до и после: ${ids(codes)}.`,
  "regions-made-anew": ({ regions: made }) => `Составлены из частей других регионов: ${ids(made)}.`,
  "indicators-averaged": ({ indicators }) => `Усреднены там, где регионы изменились: ${ids(indicators)}.`,
  "missing-part": ({ indicator, region, parts }) =>
    `Показателя ${indicator} у региона ${region} нет: ${parts.length === 0 ? "у частей нет веса" : `нет данных по частям ${ids(parts)}`}.`,
  "codes-left-out": ({ codes, otherLevels }) =>
    [
      ...(codes.length === 0 ? [] : [`Исключены коды, которые не являются регионами NUTS: ${ids(codes)}.`]),
      ...(otherLevels === 0 ? [] : [`Регионов других уровней с данными: ${otherLevels}.`]),
    ].join(" "),
  "flagged-cells-dropped": ({ indicator, cells }) =>
    `Показатель ${indicator}: ${count(cells, "значение с пометкой исключено", "значения с пометкой исключены", "значений с пометкой исключено")}.`,
  "flagged-figures": ({ indicator, cells }) =>
    `Показатель ${indicator}: ${count(cells, "значение имеет", "значения имеют", "значений имеют")} пометку источника.`,
  "older-figures": ({ indicator, cells, year }) =>
    `Показатель ${indicator}: ${count(cells, "значение старше", "значения старше", "значений старше")} ${year} года.`,
  "delimiter-found": repair("разделитель найден по заголовку"),
  "header-rows-joined": repair("названия столбцов взяты из двух строк"),
  "rows-left-out": repair("строки, которые не регионы, пропущены"),
  "number-format-read": repair("числа с другим десятичным знаком, знаком минус или с разделёнными тысячами"),
  "signs-left-out": repair("числа без пометок, сносок и знаков процента, стоявших за ними"),
  "missing-signs-read": repair("ячейки со знаком «нет данных» (некоторые ведомства пишут тире вместо нуля)"),
  "numbers-kept-as-attributes": ({ columns }) =>
    `Числа, которых нет во фреймворке, сохранены как признаки: ${ids(columns)}.`,
  "composition-does-not-add-up": (
    { composition, regions: off, total, tolerance, of, furthest },
    { number },
  ) =>
    `Доли набора ${composition} не дают в сумме ${number(total)} (в пределах ${number(tolerance)}) у ${off.length} из ${of} регионов; дальше всех ${furthest.region} (${number(furthest.sum)}).`,
};

/** What every note says in Russian, by its code. */
export const notesInRussian: { readonly [code: string]: (note: Note, format: Format) => string } =
  said as unknown as {
    readonly [code: string]: (note: Note, format: Format) => string;
  };
