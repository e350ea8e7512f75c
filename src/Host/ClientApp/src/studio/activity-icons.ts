import { element } from './element';
import { eachFrameOfChange } from './frame-of-change';

/** What an activity does, as a colour: begin and hand out, do, judge, conclude, involve others. */
type Tone = 'task' | 'work' | 'judge' | 'conclude' | 'others';

const TONES: Readonly<Record<Tone, string>> = { task: '#00706b', work: '#1d4ed8', judge: '#6d28d9', conclude: '#237804', others: '#ad4e00' };

/** Lines on a field of 24 by 24, drawn for the words of an audit: a double tick rechecks, a pin is on site, a box closes. */
const ICONS: Readonly<Record<string, readonly [Tone, string]>> = {
  'Audit.Monitor': ['task', 'M3 4h18v12H3z M8 20h8 M12 16v4 M6 10.5h3l2-3 3 5 1.5-2H18'],
  'Audit.GenerateTask': ['task', 'M9 3h6v4H9z M9 5H5v16h14V5h-4 M12 10v7 M8.5 13.5h7'],
  'Audit.Dispatch': ['task', 'M21 3 3 10l7 3 3 8z M21 3 10 13'],
  'Audit.SignIn': ['work', 'M3 13v7h18v-7 M3 13h5l1.5 3h5l1.5-3h5 M12 2v9 M8.5 8l3.5 3.5 3.5-3.5'],
  'Audit.Handle': ['work', 'M12 20.5h9 M3 21l1.2-4.5L16 4.7l3.3 3.3L7.5 19.8z M13.5 7.2l3.3 3.3'],
  'Audit.Rectify': ['work', 'M14.7 6.3a4 4 0 0 0-5.4 5.4L3 18l3 3 6.3-6.3a4 4 0 0 0 5.4-5.4L15 12l-3-3z'],
  'Audit.UnitReview': ['judge', 'M4 21V4h9v17 M2.5 21h12 M7 8h3 M7 12h3 M7 16h3 M15.5 12l2 2 4-5'],
  'Audit.Recheck': ['judge', 'M2 12.5l4.5 4.5L15 7 M11.5 16l1 1L22 7'],
  'Audit.SiteRecheck': ['judge', 'M12 22c5-5.5 7.5-8.5 7.5-12a7.5 7.5 0 1 0-15 0c0 3.5 2.5 6.5 7.5 12z M9 10l2.2 2.2L15.5 8'],
  'Audit.ExpertReview': ['judge', 'M1.5 9.5 12 4.5l10.5 5L12 14.5z M6 12v5c2.5 2.5 9.5 2.5 12 0v-5 M22 10v6'],
  'Audit.VerifyRectification': ['judge', 'M12 2.5l8 3v6c0 5-3.5 8.5-8 10-4.5-1.5-8-5-8-10v-6z M8.5 12l2.5 2.5 5-5'],
  'Audit.Approve': ['judge', 'M9.5 13V8a2.8 2.8 0 1 1 5 0v5 M4.5 13h15v4h-15z M6 21h12'],
  'Audit.Evaluate': ['conclude', 'M12 3l2.8 5.7 6.2.9-4.5 4.4 1.1 6.2L12 17.3l-5.6 2.9 1.1-6.2L3 9.6l6.2-.9z'],
  'Audit.Improve': ['conclude', 'M3 18l6-6 4 4 8-9 M15 6.5h6v6'],
  'Audit.Close': ['conclude', 'M3 4h18v5H3z M5 9v11h14V9 M10 13h4'],
  'Audit.Supervise': ['others', 'M3 10v4h4l10 5V5L7 10z M8 14.5V20 M20 9.5a4 4 0 0 1 0 5'],
  'Audit.Notify': ['others', 'M6 16v-5a6 6 0 1 1 12 0v5l2 2H4z M10 21.5h4 M12 2.5V5'],
  'Audit.CoSign': ['others', 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M2 20c0-4 3-6 7-6s7 2 7 6 M16 4.5a3.5 3.5 0 0 1 0 6 M18.5 14.5c2.2.8 3.5 2.7 3.5 5.5'],
  'Audit.Consult': ['others', 'M3 4h18v12H11l-5 4.5V16H3z M8 8.5h8 M8 12h5'],
  'Audit.Wait': ['others', 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M12 7v5.5l3.5 2'],
};

const rule = ([type, [tone, lines]]: [string, readonly [Tone, string]]): string => {
  const drawing = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='black' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'><path d='${lines}'/></svg>`;
  return `[data-activity='${type}']{--activity-icon:url("data:image/svg+xml,${encodeURIComponent(drawing)}");--activity-tone:${TONES[tone]}}`;
};

const iconRules = (): string => Object.entries(ICONS).map(rule).join('\n');

/** The type behind each name that the palette and the canvas show. */
type Names = ReadonlyMap<string, string>;

let names: Names = new Map();

export const rememberNames = (items: readonly { typeName: string; displayName: string }[]): void => {
  names = new Map(items.filter((item) => item.typeName in ICONS).map((item) => [item.displayName, item.typeName]));
};

const nameOn = (place: Element): string => (place.querySelector('.activity-type') ?? place).textContent?.trim() ?? '';

/** Says on each node and each line of the palette what it is. Both are written anew by a search, a zoom or an edit, so it is asked again then. */
export const markActivities = (root: ParentNode): void => {
  root.querySelectorAll('.elsa-activity, .mud-expand-panel [draggable="true"]').forEach((place) => {
    const type = names.get(nameOn(place));
    if (type === undefined) {
      place.removeAttribute('data-activity');
    } else if (place.getAttribute('data-activity') !== type) {
      place.setAttribute('data-activity', type);
    }
  });
};

/** Studio gives a cube to every type that it does not know itself. A style sheet puts our icons in its place, by an attribute that Blazor leaves alone. */
export const showIcons = (root: HTMLElement): void => {
  document.head.append(element('style', {}, [iconRules()]));
  eachFrameOfChange(root, () => markActivities(root));
};
