import {
  ApplicationProtocol,
  Compatibility,
  ContainerCondition,
  CPUArchitecture,
  DeviceCgroupPermission,
  EFSAuthorizationConfigIAM,
  EFSTransitEncryption,
  EnvironmentFileType,
  FirelensConfigurationType,
  IpcMode,
  LogDriver,
  NetworkMode,
  OSFamily,
  PidMode,
  ProxyConfigurationType,
  ResourceType,
  Scope,
  TaskDefinitionPlacementConstraintType,
  TransportProtocol,
  UlimitName,
  VersionConsistency,
} from '@aws-sdk/client-ecs';

/** The values that the API model has for a field, by the field's place in the model. */
export const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ContainerDefinition.versionConsistency': VersionConsistency,
  'ContainerDependency.condition': ContainerCondition,
  'Device.permissions': DeviceCgroupPermission,
  'DockerVolumeConfiguration.scope': Scope,
  'EFSAuthorizationConfig.iam': EFSAuthorizationConfigIAM,
  'EFSVolumeConfiguration.transitEncryption': EFSTransitEncryption,
  'EnvironmentFile.type': EnvironmentFileType,
  'FirelensConfiguration.type': FirelensConfigurationType,
  'LogConfiguration.logDriver': LogDriver,
  'PortMapping.appProtocol': ApplicationProtocol,
  'PortMapping.protocol': TransportProtocol,
  'ProxyConfiguration.type': ProxyConfigurationType,
  'RegisterTaskDefinitionRequest.ipcMode': IpcMode,
  'RegisterTaskDefinitionRequest.networkMode': NetworkMode,
  'RegisterTaskDefinitionRequest.pidMode': PidMode,
  'RegisterTaskDefinitionRequest.requiresCompatibilities': Compatibility,
  'ResourceRequirement.type': ResourceType,
  'RuntimePlatform.cpuArchitecture': CPUArchitecture,
  'RuntimePlatform.operatingSystemFamily': OSFamily,
  'TaskDefinitionPlacementConstraint.type': TaskDefinitionPlacementConstraintType,
  'Ulimit.name': UlimitName,
};

/**
 * How ECS writes a value that differs from one it knows only in case, hyphens or underscores; undefined when there is
 * nothing to say. A value that is altogether new is left to ECS, which may know more of them than the SDK does.
 */
export function properSpelling(place: string, value: string): string | undefined {
  const known = Object.values(choices[place] ?? {});
  const plain = (text: string) => text.toLowerCase().replace(/[-_\s]/g, '');
  return known.includes(value) ? undefined : known.find((one) => plain(one) === plain(value));
}
