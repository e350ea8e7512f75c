// What jsdom lacks and Ant Design asks for. Test only.
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver = NoResizeObserver;
window.matchMedia = (media) =>
  ({ matches: true, media, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined }) as unknown as MediaQueryList;
Element.prototype.scrollIntoView = () => undefined;
