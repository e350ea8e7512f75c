import { describe, expect, it } from 'vitest';
import { wayIntoView } from './canvas';

const canvas = new DOMRect(200, 100, 800, 500);

describe('wayIntoView', () => {
  it('leaves the canvas alone while the whole node can be seen', () => {
    expect(wayIntoView(new DOMRect(300, 200, 200, 56), canvas)).toBeUndefined();
  });

  it('moves a node that is cut off into the middle', () => {
    expect(wayIntoView(new DOMRect(900, 322, 200, 56), canvas)).toEqual({ x: -400, y: 0 });
    expect(wayIntoView(new DOMRect(-500, 322, 200, 56), canvas)).toEqual({ x: 1000, y: 0 });
  });
});
