interface Place {
  x: number;
  y: number;
}

const cellOf = (activityId: string): Element | null => document.querySelector(`#stage [data-cell-id="${CSS.escape(activityId)}"]`);

const press = (target: Element, type: string, { x, y }: Place): void => {
  target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, button: 0, clientX: x, clientY: y }));
};

const centreOf = ({ left, top, width, height }: DOMRect): Place => ({ x: left + width / 2, y: top + height / 2 });

/** How far a node must move to stand in the middle of the canvas; undefined while all of it can be seen. */
export const wayIntoView = (node: DOMRect, canvas: DOMRect): Place | undefined => {
  if (node.left >= canvas.left && node.right <= canvas.right && node.top >= canvas.top && node.bottom <= canvas.bottom) {
    return undefined;
  }
  const [from, to] = [centreOf(node), centreOf(canvas)];
  return { x: to.x - from.x, y: to.y - from.y };
};

// The canvas is panned by dragging it where nothing stands; only its own drawing area takes hold of that.
const bringIntoView = (node: Element): void => {
  const area = node.closest('.x6-graph')?.querySelector(':scope > .x6-graph-svg');
  const canvas = node.closest('.x6-graph')?.parentElement;
  const way = canvas ? wayIntoView(node.getBoundingClientRect(), canvas.getBoundingClientRect()) : undefined;
  if (!area || !canvas || way === undefined) {
    return;
  }
  const start = centreOf(canvas.getBoundingClientRect());
  press(area, 'mousedown', start);
  press(area, 'mousemove', { x: start.x + way.x / 2, y: start.y + way.y / 2 });
  press(area, 'mousemove', { x: start.x + way.x, y: start.y + way.y });
  press(area, 'mouseup', { x: start.x + way.x, y: start.y + way.y });
};

/** Selects a node as a click on it does, wherever the canvas stands, and lets it blink so that the eye finds it. */
export const selectOnCanvas = (activityId: string): void => {
  const cell = cellOf(activityId);
  if (cell === null) {
    return;
  }
  const target = cell.querySelector('.elsa-activity') ?? cell;
  bringIntoView(target);
  const place = centreOf(target.getBoundingClientRect());
  ['mousedown', 'mouseup', 'click'].forEach((type) => press(target, type, place));
  // An attribute: Blazor writes the classes of a node anew as soon as it is selected.
  target.setAttribute('data-found', '');
  setTimeout(() => target.removeAttribute('data-found'), 2400);
};
