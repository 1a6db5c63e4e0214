public import Documents
public import FoundationEssentials

/// The master configuration of one Fly.io application.
///
/// Source: data model, "DeploymentConfiguration". `credentials` and `unmanaged` are added: the
/// first says which credentials the deployment references, the second which parts of the running
/// application this project leaves alone.
public struct DeploymentConfiguration: Sendable {
  public var appName: Readable<String>
  public var domain: Readable<String>
  public var regionPrimary: Readable<String>
  public var regionsAdditional: Readable<[String]?>
  /// CPU cores per instance, 1 to 8.
  public var resourceCPU: Readable<Int>
  /// Memory per instance, as in `4GB`.
  public var resourceMemory: Readable<String>
  /// Storage per instance, as in `10GB`.
  public var resourceStorage: Readable<String>
  public var scalingMin: Readable<Int>
  public var scalingMax: Readable<Int>
  public var autoScaling: Readable<Bool>
  public var credentials: Readable<[UUID]?>
  public var unmanaged: Readable<[UnmanagedPart]?>
  public var createdAt: Readable<Timestamp?>
  public var updatedAt: Readable<Timestamp?>
}

/// A part of an application that stays as the platform, or `fly.base.toml`, has it.
public enum UnmanagedPart: String, CaseIterable, Sendable, DocumentValue {
  case virtualMachine = "vm"
  case mounts
  case httpService = "http_service"
  case scaling
  case region

  /// The required fields that may be absent while the part is unmanaged.
  package var excusedFields: Set<String> {
    switch self {
    case .virtualMachine: ["resource_cpu", "resource_memory"]
    case .mounts: ["resource_storage"]
    case .region: ["region_primary"]
    case .httpService, .scaling: []
    }
  }
}

extension DeploymentConfiguration {
  /// The CPU cores that an instance may have.
  ///
  /// Source: data model, DeploymentConfiguration, `resource_cpu`.
  public static let cpuLimits = 1...8

  static let defaultScalingMax = 10
}

extension DeploymentConfiguration: ProjectEntity {
  package static let schema = Schema(
    "DeploymentConfiguration", annotations: .singleton,
    Self.init,
    .required(
      "app_name", \.appName, "Fly.io application identifier",
      shape: .string(pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")),
    .required(
      "domain", \.domain, "Primary domain, such as ezedit.fly.dev",
      shape: .string(format: "hostname")),
    .required(
      "region_primary", \.regionPrimary, "Primary deployment region, such as fra",
      shape: .string(pattern: "^[a-z]{3}$")),
    .optional("regions_additional", \.regionsAdditional, "Additional regions for distribution"),
    .required(
      "resource_cpu", \.resourceCPU, "CPU cores per instance, 1 to 8",
      shape: .integer(cpuLimits)),
    .required(
      "resource_memory", \.resourceMemory, "Memory per instance, such as 4GB",
      shape: .string(pattern: "^[0-9]+(MB|GB)$")),
    .required(
      "resource_storage", \.resourceStorage, "Storage per instance, such as 10GB",
      shape: .string(pattern: "^[0-9]+GB$")),
    .defaulted(
      "scaling_min", \.scalingMin, "Minimum instances", default: 1, shape: .integer(0...Int.max)),
    .defaulted(
      "scaling_max", \.scalingMax, "Maximum instances, more than scaling_min",
      default: defaultScalingMax,
      shape: .integer(1...Int.max)),
    .defaulted("auto_scaling", \.autoScaling, "Enable automatic scaling", default: true),
    .optional("credentials", \.credentials, "Ids of the credentials that the deployment uses"),
    .optional("unmanaged", \.unmanaged, "Parts of the application that stay as they are"),
    .generated("created_at", \.createdAt, "Configuration creation time"),
    .generated("updated_at", \.updatedAt, "Last modification time")
  )

  package static func excusedFields(in node: Node) -> Set<String> {
    node["unmanaged"]?.elements.reduce(into: []) { fields, part in
      let part = part.text.flatMap(UnmanagedPart.init(rawValue:))
      fields.formUnion(part?.excusedFields ?? [])
    } ?? []
  }

  package static var excusableFields: Set<String> {
    UnmanagedPart.allCases.reduce(into: []) { $0.formUnion($1.excusedFields) }
  }

  /// Whether the project leaves a part of the application alone.
  public func leaves(_ part: UnmanagedPart) -> Bool {
    (unmanaged.value ?? nil)?.contains(part) ?? false
  }
}
