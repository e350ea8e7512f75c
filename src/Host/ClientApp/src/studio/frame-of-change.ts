/** Acts now, and once per drawn frame in which something below the root was written anew: Blazor writes in bursts. */
export const eachFrameOfChange = (root: HTMLElement, act: () => void): void => {
  let waiting = false;
  act();
  new MutationObserver(() => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        act();
      });
    }
  }).observe(root, { childList: true, subtree: true });
};
