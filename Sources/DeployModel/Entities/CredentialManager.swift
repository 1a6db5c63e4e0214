public import Documents
public import FoundationEssentials

/// One credential of an external service: its sealed value and its rotation schedule.
///
/// Source: data model, "CredentialManager". `previous` is added: it points to the record that
/// this one superseded, so that the records of a credential are a chain, newest first. So is
/// `rotation`: the form of the random values that scripts rotate the credential with.
public struct CredentialManager: Sendable {
  public var id: Readable<UUID?>
  public var serviceName: Readable<String>
  public var serviceCategory: Readable<ServiceCategory>
  public var environment: Readable<EnvironmentName>
  public var accessLevel: Readable<AccessLevel>
  public var credentialType: Readable<CredentialType>
  public var encryptedValue: Readable<StoredValue>
  public var publicIdentifier: Readable<String?>
  public var createdDate: Readable<CalendarDate>
  public var lastRotated: Readable<CalendarDate?>
  public var nextRotation: Readable<CalendarDate>
  public var rotationPriority: Readable<RotationPriority>
  public var purpose: Readable<String>
  public var usageContext: Readable<String>
  public var securityNotes: Readable<String?>
  public var previous: Readable<UUID?>
  public var rotation: Readable<StoredRotation?>
}

/// The kind of service a credential opens.
public enum ServiceCategory: String, CaseIterable, Sendable, DocumentValue {
  case database, hosting, email, payment, ai
}

/// The lowest clearance of a member who may reveal a credential.
public enum AccessLevel: String, CaseIterable, Sendable, DocumentValue {
  case admin
  case readWrite = "read_write"
  case readOnly = "read_only"
}

/// The form in which a service expects a credential.
public enum CredentialType: String, CaseIterable, Sendable, DocumentValue {
  case apiKey = "api_key"
  case connectionString = "connection_string"
  case token
}

/// How urgently a credential is rotated: at most 30, 90 or 365 days.
public enum RotationPriority: String, CaseIterable, Sendable, Comparable, DocumentValue {
  case high, medium, low

  /// The longest schedule that the priority allows, in days.
  public var longestSchedule: Int {
    switch self {
    case .high: 30
    case .medium: 90
    case .low: 365
    }
  }

  /// A weaker priority is greater: it allows a longer schedule.
  public static func < (left: Self, right: Self) -> Bool {
    left.longestSchedule < right.longestSchedule
  }
}

extension AccessLevel: Comparable {
  /// A higher clearance is greater: admin, then read_write, then read_only.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .readOnly: 0
    case .readWrite: 1
    case .admin: 2
    }
  }
}

extension CredentialManager: ProjectEntity {
  package static let schema = Schema(
    "CredentialManager", annotations: .entry,
    Self.init,
    .generated("id", \.id, "Unique identifier"),
    .required(
      "service_name", \.serviceName, "Service identifier, such as fly, supabase or stripe"),
    .required("service_category", \.serviceCategory, "Kind of service"),
    .required("environment", \.environment, "Environment the credential belongs to"),
    .required("access_level", \.accessLevel, "Lowest clearance that may reveal the value"),
    .required("credential_type", \.credentialType, "Form of the credential"),
    .required("encrypted_value", \.encryptedValue, "Encrypted credential value"),
    .optional(
      "public_identifier", \.publicIdentifier, "Non-sensitive identifier, such as a client ID"),
    .required("created_date", \.createdDate, "Credential creation date"),
    .optional("last_rotated", \.lastRotated, "Last rotation date"),
    .required("next_rotation", \.nextRotation, "Scheduled rotation date"),
    .required("rotation_priority", \.rotationPriority, "Urgency of rotation"),
    .required("purpose", \.purpose, "Usage description"),
    .required("usage_context", \.usageContext, "Where and how the credential is used"),
    .optional("security_notes", \.securityNotes, "Special security considerations"),
    .optional("previous", \.previous, "Id of the record that this one superseded"),
    .optional("rotation", \.rotation, "How it is rotated without anybody being asked")
  )

  /// The last day on which the value changed.
  package var lastChange: CalendarDate {
    get throws(Unreadable) {
      if let rotated = try lastRotated.get() { return rotated }
      return try createdDate.get()
    }
  }

  /// The days from the last change of the value to the next; nothing where the dates are not in
  /// their order.
  package var schedule: Int? {
    get throws(Unreadable) {
      let created = try createdDate.get()
      let next = try nextRotation.get()
      guard let rotated = try lastRotated.get() else {
        return created < next ? created.days(until: next) : nil
      }
      return created < rotated && rotated < next ? rotated.days(until: next) : nil
    }
  }

  /// How a message calls the credential.
  var shownName: String { serviceName.value.map { "\(Quoted($0))" } ?? "the credential" }
}
