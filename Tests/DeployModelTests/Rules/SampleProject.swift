import Documents

@testable import DeployModel

/// A small project of all seven entities in which no rule finds anything.
enum SampleProject {
  /// The moment at which the sample is sound: 2026-11-23T00:00:00Z.
  static let now = Timestamp(secondsSinceEpoch: 1_795_392_000)

  /// The text of each file, by the file's name.
  static let files: [ProjectFile: String] = [
    .deployment: """
    {
      "app_name": "harbour",
      "domain": "harbour.fly.dev",
      "region_primary": "fra",
      "regions_additional": ["lhr"],
      "resource_cpu": 2,
      "resource_memory": "1GB",
      "resource_storage": "10GB",
      "scaling_min": 1,
      "scaling_max": 3,
      "auto_scaling": true,
      "credentials": ["4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11"],
      "created_at": "2026-01-05T09:00:00Z",
      "updated_at": "2026-11-01T09:00:00Z"
    }
    """,
    .variables: """
    { "variables": [
      {
        "id": "b6a3f0d4-52c8-4e0c-8f0a-6d1f2e3c4b5a",
        "key": "LOG_LEVEL",
        "encrypted_value": "plain:info",
        "environment": "production",
        "is_secret": false,
        "category": "system",
        "description": "How much the application writes to its log",
        "required": true,
        "created_at": "2026-01-05T09:00:00Z",
        "updated_at": "2026-01-05T09:00:00Z"
      }
    ] }
    """,
    .credentials: """
    { "credentials": [
      {
        "id": "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11",
        "service_name": "stripe",
        "service_category": "payment",
        "environment": "production",
        "access_level": "read_only",
        "credential_type": "api_key",
        "encrypted_value": "\(sealedText)",
        "created_date": "2026-01-05",
        "last_rotated": "2026-11-10",
        "next_rotation": "2026-12-09",
        "rotation_priority": "high",
        "purpose": "Charges customers for their subscriptions",
        "usage_context": "Read by the billing worker at start"
      }
    ] }
    """,
    .healthChecks: """
    { "health_checks": [
      {
        "id": "7c2f5b1e-93d4-4c6a-8a1e-5f0d2b3c4e6f",
        "check_type": "http",
        "endpoint": "/health",
        "interval": 30,
        "timeout": 5,
        "retries": 3,
        "grace_period": 30,
        "expected_status": 200,
        "alert_threshold": 3,
        "enabled": true
      }
    ] }
    """,
    .resources: """
    {
      "id": "2e9d4a7b-1c3f-4d5e-9b8a-7f6e5d4c3b2a",
      "instance_type": "shared-cpu-2x",
      "cpu_cores": 2,
      "memory_mb": 1024,
      "storage_gb": 10,
      "cost_per_hour": 0.0082,
      "effective_date": "2026-01-05"
    }
    """,
    .certificate: """
    {
      "id": "9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d",
      "domain": "harbour.fly.dev",
      "status": "active",
      "issued_at": "2026-10-20T00:00:00Z",
      "expires_at": "2027-01-18T00:00:00Z",
      "warning_days": 30
    }
    """,
    .deployments: """
    {"id":"1d2c3b4a-5f6e-4d7c-8b9a-0f1e2d3c4b5a","deployment_id":"rel-41","version":"1.4.0",\
    "commit_hash":"9fceb02d0ae598e95dc970b74767f19372d61af8","environment":"production",\
    "status":"success","started_at":"2026-11-20T10:00:00Z","completed_at":"2026-11-20T10:03:20Z",\
    "duration_seconds":200,"deployed_by":"maria","health_check_passed":true}
    """,
  ]

  /// A sealed text that has the right form; what is in it nobody can read.
  static let sealedText =
    "fc1.aaaaaaaaaaaaaaaaaaaa.1." + String(repeating: "A", count: 96)

  static func snapshot(_ files: [ProjectFile: String] = files) -> ProjectSnapshot {
    ProjectSnapshot(
      Dictionary(
        uniqueKeysWithValues: files.map { ($0.key, SourceText(name: $0.key.name, $0.value)) }))
  }
}
