/** The part of an Elsa flowchart that a picture needs. */
export type Point = { x: number; y: number };

export type FlowActivity = {
  id: string;
  type: string;
  name?: string | null;
  /** Input of our own activities: their name in the English view. */
  titleEn?: { expression?: { value?: unknown } | null } | null;
  metadata?: {
    displayText?: string | null;
    displayTextEn?: string | null;
    designer?: { position?: Point | null; size?: { width: number; height: number } | null } | null;
  } | null;
};

export type FlowConnection = {
  source: { activity: string; port?: string | null };
  target: { activity: string; port?: string | null };
  vertices?: Point[] | null;
};

export type Flowchart = { id?: string; type?: string; activities?: FlowActivity[]; connections?: FlowConnection[] };

export type FlowPosition = { visited: string[]; current: string[]; incidents: { activityId: string; reason: string }[] };
