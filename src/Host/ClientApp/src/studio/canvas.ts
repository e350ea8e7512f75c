const cellOf = (activityId: string): Element | null => document.querySelector(`#stage [data-cell-id="${CSS.escape(activityId)}"]`);

const press = (target: Element, type: string, x: number, y: number): void => {
  target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, button: 0, clientX: x, clientY: y }));
};

/** Selects a node as a click on it does, and lets it blink so that the eye finds it. */
export const selectOnCanvas = (activityId: string): void => {
  const cell = cellOf(activityId);
  if (cell === null) {
    return;
  }
  const target = cell.querySelector('.elsa-activity') ?? cell;
  const { left, top, width, height } = target.getBoundingClientRect();
  ['mousedown', 'mouseup', 'click'].forEach((type) => press(target, type, left + width / 2, top + height / 2));
  target.classList.add('found');
  setTimeout(() => target.classList.remove('found'), 2400);
};
