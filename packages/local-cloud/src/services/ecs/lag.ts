/**
 * Eventual consistency: for a while after a change, reads answer what was true before it.
 * "The Amazon ECS API follows an eventual consistency model": https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
import type { Clock } from '../../clock.ts';
import type { EcsState } from '../../state/ecs/store.ts';
import type { AwsService, Operation } from '../../wire/aws-service.ts';

export interface Lag {
  /** From now on reads lag each change by so many cloud milliseconds; 0 ends it. */
  set(ms: number): void;
  /** The operations, whose reads may answer from the past; `over` makes them for a state. */
  around(over: (state: EcsState) => AwsService['operations']): AwsService['operations'];
}

const reads = /^(?:Describe|List)/;

export function lagging(clock: Clock, state: EcsState): Lag {
  let ms = 0;
  let past: { readonly operations: AwsService['operations']; readonly until: number } | undefined;
  const now = () => clock.now().getTime();
  return {
    set(given) {
      ms = given;
      past = undefined;
    },
    around(over) {
      return Object.fromEntries(
        Object.entries(over(state)).map(([name, run]): [string, Operation] => {
          if (reads.test(name))
            return [
              name,
              (input, call) => {
                if (past && now() >= past.until) past = undefined;
                return (past?.operations[name] ?? run)(input, call);
              },
            ];
          return [
            name,
            async (input, call) => {
              const before = ms > 0 && !past ? structuredClone(state) : undefined;
              const answer = await run(input, call);
              if (before) past = { operations: over(before), until: now() + ms };
              return answer;
            },
          ];
        }),
      );
    },
  };
}
