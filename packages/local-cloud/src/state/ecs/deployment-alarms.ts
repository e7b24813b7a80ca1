/** CloudWatch alarms that fail a deployment: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html */
import type { DeploymentConfiguration } from './deployment-configuration.ts';

export interface AlarmWatch {
  status: 'DISABLED' | 'MONITORING' | 'MONITORING_COMPLETE' | 'TRIGGERED';
  readonly alarmNames: readonly string[];
  triggeredAlarmNames: readonly string[];
  /** An alarm that was already in ALARM when the deployment began turns the watch off for all of it. */
  readonly ignored: boolean;
}

/** The state of the alarm of that name. */
export type AlarmState = (name: string) => string | undefined;

export function beginAlarmWatch({ alarms }: DeploymentConfiguration, state: AlarmState): AlarmWatch {
  const alarmNames = alarms?.enable ? alarms.alarmNames : [];
  return {
    status: alarmNames.length > 0 ? 'MONITORING' : 'DISABLED',
    alarmNames,
    triggeredAlarmNames: [],
    ignored: alarmNames.some((name) => state(name) === 'ALARM'),
  };
}

/** True when an alarm has gone off that fails the deployment; notes which. */
export function lookAtAlarms(watch: AlarmWatch, state: AlarmState): boolean {
  if (watch.status !== 'MONITORING' || watch.ignored) return false;
  const triggered = watch.alarmNames.filter((name) => state(name) === 'ALARM');
  if (triggered.length === 0) return false;
  watch.status = 'TRIGGERED';
  watch.triggeredAlarmNames = triggered;
  return true;
}
