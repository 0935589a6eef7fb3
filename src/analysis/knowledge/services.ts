/** Stands for the service where it is not seen, so that it can be any; no name of a service, and so never taken for one. */
export const anyService: unique symbol = Symbol("any service");
/** Stands for the action where it is not seen: its name is computed, or not all of the calls are known. */
export const anyAction: unique symbol = Symbol("any action");

/** The service of a client or a call, as the SDK names it: `cbs`. */
export type Service = string | typeof anyService;
/** The action of a call: `CreateDisks`. */
export type Action = string | typeof anyAction;

/** An action of a service: `CreateDisks` of `cbs`. */
export interface ActionRef {
  readonly service: string;
  readonly action: string;
}

/** The services that something can come from. */
export type Services = readonly string[] | typeof anyService;
/** The actions that something can come from. */
export type Actions = readonly ActionRef[] | typeof anyAction;

/** What is known of several things together: where it can be any of them, nothing more is known. */
type Several<Item> = readonly Item[] | typeof anyAction | typeof anyService;

/** More services or actions than one handler deals with: each of its tests would ask about all of them. */
const mostTogether = 100;

/** The services that several things can come from together, each once and in order; any where they are too many. */
export function unionOfServices(each: readonly Services[]): Services {
  const all = new Set(each.flatMap(listed));
  return each.includes(anyService) || all.size > mostTogether ? anyService : [...all].sort();
}

/** The actions that several things can come from together; any where they are too many. Helpers that call helpers come to the same one in many ways: each is named once. */
export function unionOfActions(each: readonly Actions[]): Actions {
  const all = new Map(each.flatMap(listed).map((ref) => [`${ref.service}.${ref.action}`, ref]));
  return each.includes(anyAction) || all.size > mostTogether ? anyAction : [...all.values()];
}

export function servicesOf(service: Service): Services {
  return service === anyService ? anyService : [service];
}

/** The action of a call among those of all services: it is known once both are. */
export function actionsOf(service: Service, action: Action): Actions {
  return service === anyService || action === anyAction ? anyAction : [{ service, action }];
}

/** The first of two, where it is known. */
export function orElse<What extends Action | Actions | Service | Services>(first: What, otherwise: What): What {
  return typeof first === "symbol" ? otherwise : first;
}

/** Those that are known by name: none where it can be any. */
export function listed<Item>(several: Several<Item>): readonly Item[] {
  return typeof several === "symbol" ? [] : several;
}

/** Whether two services can be the same one, as far as they are seen. */
export function canBeSame(one: Service, other: Service): boolean {
  return one === anyService || other === anyService || one === other;
}
