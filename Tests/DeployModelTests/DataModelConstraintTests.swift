import Documents
import Testing

@testable import DeployModel

/// One entity as the data model's "Core Entities" lists it: what this project adds is not in it.
struct SeedEntity: Sendable, CustomTestStringConvertible {
  let file: ProjectFile
  let required: [String]
  var optional: [String] = []
  var defaults: [(field: String, value: Node)] = []
  var generated: [String] = ["id"]
  var words: [(field: String, words: Set<String>)] = []
  /// What makes the sample's entity sound without any of its optional fields.
  var soundWithoutOptional = "{}"
  /// What makes the sample's entity sound without any of its defaulted fields.
  var soundWithoutDefaults = "{}"
  /// Fields of this project's own.
  var added: Set<String> = []

  var testDescription: String { file.entity }

  /// A field's description, by the shape that reading, schemas and `explain` share.
  func field(_ key: String) throws -> FieldDescription {
    try #require(file.shape.fields.first { $0.key == key }, "\(file.entity) has no field '\(key)'")
  }

  static let all = [
    SeedEntity(
      file: .deployment,
      required: [
        "app_name", "domain", "region_primary", "resource_cpu", "resource_memory",
        "resource_storage",
      ],
      optional: ["regions_additional"],
      defaults: [("scaling_min", 1), ("scaling_max", 10), ("auto_scaling", true)],
      generated: ["created_at", "updated_at"], added: ["credentials", "unmanaged"]),
    SeedEntity(
      file: .credentials,
      required: [
        "service_name", "service_category", "environment", "access_level", "credential_type",
        "encrypted_value", "created_date", "next_rotation", "rotation_priority", "purpose",
        "usage_context",
      ],
      optional: ["public_identifier", "last_rotated", "security_notes"],
      words: [
        ("service_category", ["database", "hosting", "email", "payment", "ai"]),
        ("environment", ["production", "development", "staging"]),
        ("access_level", ["admin", "read_write", "read_only"]),
        ("credential_type", ["api_key", "connection_string", "token"]),
        ("rotation_priority", ["high", "medium", "low"]),
      ],
      soundWithoutOptional: #"{ "created_date": "2026-11-10" }"#, added: ["previous", "rotation"]),
    SeedEntity(
      file: .variables,
      required: ["key", "encrypted_value", "environment", "category", "description"],
      optional: ["example_value"],
      defaults: [("is_secret", true), ("required", true)],
      generated: ["id", "created_at", "updated_at"],
      words: [
        ("environment", ["production", "staging", "development"]),
        ("category", ["database", "api", "feature_flag", "system"]),
      ],
      soundWithoutDefaults:
        #"{ "category": "api", "encrypted_value": "\#(SampleProject.sealedText)" }"#),
    SeedEntity(
      file: .healthChecks,
      required: ["check_type", "interval", "timeout", "alert_threshold"],
      // The endpoint is CONDITIONAL: an exec or tcp check needs one of its own kind.
      optional: ["expected_body"],
      defaults: [
        ("retries", 3), ("grace_period", 30), ("expected_status", 200), ("enabled", true),
      ],
      words: [("check_type", ["http", "tcp", "exec"])], added: ["endpoint", "environments"]),
    SeedEntity(
      file: .deployments,
      required: [
        "deployment_id", "version", "commit_hash", "environment", "status", "started_at",
        "deployed_by",
      ],
      optional: [
        "completed_at", "duration_seconds", "rollback_target", "error_message", "build_logs",
      ],
      defaults: [("health_check_passed", false)],
      words: [
        ("environment", ["production", "staging"]),
        ("status", ["pending", "running", "success", "failed", "rolled_back"]),
      ],
      soundWithoutOptional: #"{ "status": "running", "started_at": "2026-11-22T23:00:00Z" }"#,
      added: ["app_name"]),
    SeedEntity(
      file: .certificate,
      required: ["domain", "status"],
      optional: ["issued_at", "expires_at", "last_renewed", "fingerprint"],
      defaults: [
        ("certificate_authority", "Let's Encrypt"), ("auto_renew", true), ("warning_days", 30),
      ],
      words: [("status", ["pending", "active", "expired", "failed"])],
      soundWithoutOptional: #"{ "status": "pending" }"#),
    SeedEntity(
      file: .resources,
      required: [
        "instance_type", "cpu_cores", "memory_mb", "storage_gb", "cost_per_hour",
        "effective_date",
      ],
      defaults: [
        ("scaling_trigger_cpu", 80), ("scaling_trigger_memory", 85),
        ("scaling_trigger_requests", 100),
      ]),
  ]
}

/// Data model, "Core Entities": the column "Constraints" of all seven tables.
@Suite("Data model: Core Entities")
struct DataModelFieldTests {
  /// What is found in the sample without some fields of an entity.
  private func findings(
    without keys: [String], of entity: SeedEntity, _ base: String = "{}"
  ) throws -> [FindingText] {
    let removed = keys.map { #""\#($0)": null"# }.joined(separator: ", ")
    let piece = base == "{}" ? "{ \(removed) }" : base.dropLast() + ", \(removed) }"
    return try LaidSample([entity.file: String(piece)]).findings.map(FindingText.init)
  }

  @Test(arguments: SeedEntity.all)
  func everyFieldIsThereAndNoOther(entity: SeedEntity) {
    let own = entity.file.shape.fields.filter {
      if case .annotation = $0.presence { false } else { true }
    }
    let seed = entity.required + entity.optional + entity.defaults.map(\.field) + entity.generated
    #expect(Set(own.map(\.key)).subtracting(entity.added) == Set(seed))
    #expect(entity.added.isSubset(of: own.map(\.key)))
  }

  @Test(arguments: SeedEntity.all)
  func everyRequiredFieldMustBeThere(entity: SeedEntity) throws {
    for key in entity.required {
      let found = try findings(without: [key], of: entity)
      #expect(found.map(\.code) == ["FC003"], "\(key)")
      #expect(found.map(\.message) == ["missing field '\(key)'"])
    }
  }

  @Test(arguments: SeedEntity.all)
  func everyOptionalFieldMayBeAbsent(entity: SeedEntity) throws {
    guard !entity.optional.isEmpty else { return }
    let found = try findings(without: entity.optional, of: entity, entity.soundWithoutOptional)
    #expect(found == [])
    for key in entity.optional {
      guard case .optional = try entity.field(key).presence else {
        Issue.record("\(key) is not optional")
        continue
      }
    }
  }

  @Test(arguments: SeedEntity.all)
  func everyDefaultIsThatOfTheDataModel(entity: SeedEntity) throws {
    for (key, value) in entity.defaults {
      guard case .defaulted(let standard) = try entity.field(key).presence else {
        Issue.record("\(key) has no default")
        continue
      }
      #expect(JSONWriter.line(standard) == JSONWriter.line(value), "\(key)")
    }
    guard !entity.defaults.isEmpty else { return }
    let keys = entity.defaults.map(\.field)
    #expect(try findings(without: keys, of: entity, entity.soundWithoutDefaults) == [])
  }

  @Test(arguments: SeedEntity.all)
  func everyAutomaticFieldIsAskedForAndFilledInByCommands(entity: SeedEntity) throws {
    for key in entity.generated {
      let found = try findings(without: [key], of: entity)
      #expect(found.map(\.code) == ["FC010"], "\(key)")
      #expect(found.map(\.message) == ["missing field '\(key)', which commands fill in"])
    }
  }

  @Test(arguments: SeedEntity.all.filter { $0.generated.contains("id") })
  func idIsNeitherNullNorAnythingButAUUID(entity: SeedEntity) throws {
    for (id, code) in [(#""7""#, "FC007"), ("7", "FC005")] {
      let found = try LaidSample([entity.file: #"{ "id": \#(id) }"#]).findings.filter {
        $0.place.file == entity.file.name
      }
      #expect(found.map(\.rule.code.text) == [code])
    }
    let text = try #require(SampleProject.files[entity.file])
    let start = try #require(text.firstRange(of: #""id":"#)).upperBound
    let end = try #require(text[start...].firstIndex(of: ","))
    let null = text[..<start] + "null" + text[end...]
    let found = DeployModelTests.findings([entity.file: String(null)]).filter {
      $0.pointer?.hasSuffix("/id") == true
    }
    #expect(found.map(\.rule.code.text) == ["FC005"])
  }

  @Test(arguments: SeedEntity.all)
  func everyWordIsOneOfTheDataModel(entity: SeedEntity) throws {
    for (key, words) in entity.words {
      guard case .words(let known) = try entity.field(key).shape else {
        Issue.record("\(key) has no words")
        continue
      }
      #expect(Set(known) == words, "\(key)")
      #expect(known.count == words.count)
      for word in words {
        let codes = try LaidSample([entity.file: #"{ "\#(key)": "\#(word)" }"#]).codes
        #expect(!codes.contains("FC006"), "\(key): \(word)")
      }
      let unknown = try LaidSample([entity.file: #"{ "\#(key)": "unheard-of" }"#]).only
      #expect(unknown.message == "'unheard-of' is not one of \(known.joined(separator: ", "))")
      #expect(unknown.field == key)
    }
  }

  @Test func costPerHourIsAnExactDecimal() throws {
    let cost = "0.1234567890123456789"
    let sample = try PatchedSample(resources: #"{ "cost_per_hour": \#(cost) }"#)
    #expect(sample.findings.map(\.message) == [])
    let text = try #require(sample.snapshot.canonicalText(of: .resources))
    #expect(text.contains("\"cost_per_hour\": \(cost),\n"))
  }
}
