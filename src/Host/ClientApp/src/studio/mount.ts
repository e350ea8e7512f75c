import { element } from './element';

const TAGS: Readonly<Record<string, string>> = {
  definitions: 'elsa-workflow-definition-list',
  editor: 'elsa-workflow-definition-editor',
  instances: 'elsa-workflow-instance-list',
  viewer: 'elsa-workflow-instance-viewer',
};

type StudioElement = HTMLElement & {
  editWorkflowDefinition?: (id: string) => void;
  viewWorkflowInstance?: (id: string) => void;
};

const editor = (id: string): string => `/studio/definitions/${encodeURIComponent(id)}`;
/** A trial is no instance; the server names it by its definition. */
const TRIAL = 'trial~';
const viewer = (id: string): string =>
  id.startsWith(TRIAL) ? `/studio/trials/${encodeURIComponent(id.slice(TRIAL.length))}` : `/studio/instances/${encodeURIComponent(id)}`;

/** Our page for an address that Studio writes for its own router, or undefined. */
export const ourAddress = (address: string): string | undefined => {
  const definition = /workflows\/definitions\/([^/?#]+)\/edit/.exec(address)?.[1];
  const instance = /workflows\/instances\/([^/?#]+)\/view/.exec(address)?.[1];
  return definition ? editor(decodeURIComponent(definition)) : instance ? viewer(decodeURIComponent(instance)) : undefined;
};

/** Run and Save-as only call pushState, and nothing listens: lead them to our pages. */
export const hookHistory = (): void => {
  const inner = history.pushState.bind(history);
  history.pushState = (state: unknown, unused: string, address?: string | URL | null) => {
    const ours = ourAddress(String(address ?? ''));
    if (ours) {
      location.assign(ours);
    } else {
      inner(state, unused, address);
    }
  };
};

/** Puts the one Studio element of this page on the stage. Callbacks go in after the upgrade: a property set before it is overwritten. */
export const mountStudio = async (page: string, id: string, start: () => Promise<void>): Promise<void> => {
  const tag = TAGS[page];
  const stage = document.getElementById('stage');
  if (tag === undefined || stage === null) {
    return;
  }
  const provider = document.createElement('elsa-backend-provider');
  provider.setAttribute('remote-endpoint', `${location.origin}/elsa/api`);
  const studio = document.createElement(tag) as StudioElement;
  studio.setAttribute(page === 'viewer' ? 'instance-id' : 'definition-id', id);
  stage.replaceChildren(provider, element('div', { class: 'studio' }, [studio]));
  await start();
  await customElements.whenDefined(tag);
  studio.editWorkflowDefinition = (definition) => location.assign(editor(definition));
  studio.viewWorkflowInstance = (instance) => location.assign(viewer(instance));
};
