import Documents
import Testing

@testable import DeployModel

/// FC301, FC302, FC310, FC314, FC315, FC318, FC320 to FC322: what credentials are.
struct CredentialManagerRuleTests {
  private func sample(_ patches: String...) throws -> EntrySample {
    try EntrySample(credentials: patches)
  }

  // MARK: Data model: REQUIRED and PK, NOT NULL

  @Test(arguments: [
    "service_name", "service_category", "environment", "access_level", "credential_type",
    "encrypted_value", "created_date", "next_rotation", "rotation_priority", "purpose",
    "usage_context",
  ])
  func requiresWhatTheDataModelRequires(key: String) throws {
    let sample = try sample(#"{ "\#(key)": null }"#)
    #expect(sample.mistakes(in: .credentials).map(\.kind) == [.missingField])
    #expect(sample.codes == [])
  }

  @Test func leavesOptionalFieldsOptional() throws {
    let sample = try sample(
      """
      { "created_date": "2026-11-10", "last_rotated": null, "public_identifier": null,
        "security_notes": null, "previous": null }
      """)
    #expect(sample.mistakes(in: .credentials) == [])
    #expect(sample.codes == [])
  }

  @Test(arguments: ["created_date", "last_rotated", "next_rotation", "id"])
  func readsDatesAndIdsInOneForm(key: String) throws {
    let sample = try sample(#"{ "\#(key)": "5.1.2026" }"#)
    #expect(sample.mistakes(in: .credentials).count == 1)
    #expect(sample.codes == [])
  }

  @Test(arguments: [
    ("service_category", "other"), ("environment", "test"), ("access_level", "write"),
    ("credential_type", "password"), ("rotation_priority", "urgent"),
  ])
  func knowsOnlyTheWordsOfTheDataModel(key: String, word: String) throws {
    let sample = try sample(#"{ "\#(key)": "\#(word)" }"#)
    #expect(sample.mistakes(in: .credentials).map(\.kind) == [.unknownWord])
    #expect(sample.codes == [])
  }

  @Test(arguments: ["", "  "])
  func aCredentialNamesItsService(name: String) throws {
    let sample = try sample(#"{ "service_name": "\#(name)" }"#)
    let finding = try sample.finding(of: "FC322")
    #expect(finding.message == "service_name is empty")
    #expect(finding.help == "write the service, such as 'fly', 'supabase' or 'stripe'")
    #expect(sample.codes == ["FC322"])
  }

  // MARK: Data model: Encrypted values must be non-empty; no credentials stored in plain text

  @Test(arguments: [
    "", " ", "hunter2", "plain:", "plain:hunter2", "fc1.hunter2", "UNSET", "ref:hunter2",
    "ref:4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11",
  ])
  func encryptedValuesMustBeSealedAndNonEmpty(value: String) throws {
    let sample = try sample(#"{ "encrypted_value": "\#(value)" }"#)
    let finding = try sample.finding(of: "FC301")
    #expect(finding.pointer == "/credentials/0/encrypted_value")
    #expect(finding.rule.severity == .error)
    #expect(!finding.rule.isSuppressible)
    #expect(!finding.message.contains("hunter2"))
    #expect(finding.help?.contains("hunter2") != true)
    #expect(sample.codes == ["FC301"])
  }

  @Test(arguments: [
    (
      "plain:x", "the value of 'stripe' stands as plain text, expected 'fc1.…' or 'unset'",
      "write 'unset' here, then seal the value with `flyconf secrets set`"
    ),
    (
      "x", "the value is a bare text, expected 'fc1.…' or 'unset'",
      "write 'unset' here, then seal the value with `flyconf secrets set`"
    ),
    (
      "", "the value is empty, expected 'fc1.…' or 'unset'", "write 'unset' until it is known"
    ),
    (
      "ref:\(EntrySample.id(0))",
      "the value of 'stripe' refers to a credential, expected 'fc1.…' or 'unset'",
      "only a variable can take its value from a credential: write 'unset' here"
    ),
  ])
  func saysWhatAnUnsealedValueIs(value: String, message: String, help: String) throws {
    let finding = try sample(#"{ "encrypted_value": "\#(value)" }"#).finding(of: "FC301")
    #expect(finding.message == message)
    #expect(finding.help == help)
  }

  @Test func warnsOfAValueThatIsStillToCome() throws {
    let sample = try sample(#"{ "encrypted_value": "unset" }"#)
    let finding = try sample.finding(of: "FC302")
    #expect(finding.message == "'stripe' has no value yet")
    #expect(finding.help == "give it one with `flyconf secrets set` before deploying what needs it")
    #expect(finding.rule.severity == .warning)
    #expect(sample.codes == ["FC302"])
  }

  @Test func expectsNoValueOfASupersededRecord() throws {
    let sample = try sample(
      #"{ "encrypted_value": "unset" }"#, #"{ "previous": "\#(EntrySample.id(0))" }"#)
    #expect(sample.codes == [])
  }

  @Test func isSilentAboutAValueThatCannotBeRead() throws {
    #expect(try sample(#"{ "encrypted_value": 7 }"#).codes == [])
  }

  // MARK: Data model: access_level, "Credential Categories and Rotation Schedules"

  @Test(arguments: [
    ("database", "production", "read_write", "admin", "the category 'database'"),
    ("hosting", "staging", "read_only", "admin", "the category 'hosting'"),
    ("payment", "development", "read_only", "read_write", "development"),
  ])
  func asksForTheClearanceOfTheCategory(
    category: String, environment: String, level: String, least: String, place: String
  ) throws {
    let sample = try sample(
      """
      { "service_category": "\(category)", "environment": "\(environment)",
        "access_level": "\(level)" }
      """)
    let finding = try sample.finding(of: "FC318")
    #expect(
      finding.message == "access level '\(level)' is below '\(least)', which \(place) calls for")
    #expect(finding.help == "write '\(least)'")
    #expect(finding.rule.severity == .warning)
    #expect(sample.codes == ["FC318"])
  }

  @Test(arguments: [
    ("database", "admin"), ("payment", "read_only"), ("email", "read_write"), ("ai", "admin"),
  ])
  func acceptsTheCategorysClearanceAndHigherOnes(category: String, level: String) throws {
    let sample = try sample(
      #"{ "service_category": "\#(category)", "access_level": "\#(level)" }"#)
    #expect(sample.codes == [])
  }

  // MARK: Data model: public_identifier, "Non-sensitive identifier (client ID)"

  @Test func aPublicIdentifierIsNotSensitive() throws {
    let sample = try sample(#"{ "public_identifier": "https://a:8rT-vW4q@example.com" }"#)
    let finding = try sample.finding(of: "FC321")
    #expect(finding.message == "public_identifier looks like a URL with a password")
    #expect(
      finding.help == "write the name or client id; replace the value at its service if it is real")
    #expect(!finding.rule.isSuppressible)
    #expect(sample.codes == ["FC321"])
  }

  @Test(arguments: ["AKIA" + "Q3ZK7M2XN5PL8RWT", "xK9pL2mQ7rT4vW8yZ1aBc3Df5Gh6Jk0N", "acct_1", ""])
  func acceptsTheIdOfAKeyOrAClient(identifier: String) throws {
    #expect(try sample(#"{ "public_identifier": "\#(identifier)" }"#).codes == [])
  }

  // MARK: Data model: purpose, usage_context and security_notes

  @Test func textsSayWhatTheCredentialIsFor() throws {
    let sample = try sample(#"{ "purpose": "TODO", "usage_context": "" }"#)
    let findings = sample.findings(of: "FC314")
    #expect(
      findings.map(\.message)
        == ["purpose has the placeholder 'TODO'", "usage_context is empty"])
    #expect(
      findings.map(\.help)
        == ["write what the credential is for", "write which program uses it, and how"])
    #expect(findings.map(\.pointer) == ["/credentials/0/purpose", "/credentials/0/usage_context"])
    #expect(findings.allSatisfy { $0.rule.severity == .warning })
  }

  @Test func looksAtOneTextWhereTheOtherCannotBeRead() throws {
    #expect(try sample(#"{ "purpose": 7, "usage_context": "TODO" }"#).codes == ["FC314"])
  }

  @Test(arguments: ["purpose", "usage_context", "security_notes"])
  func textsHoldNoSecret(field: String) throws {
    let sample = try sample(#"{ "\#(field)": "Key is redis://:8rT-"# + #"vW4q@cache:6379" }"#)
    let finding = try sample.finding(of: "FC320")
    #expect(finding.message == "\(field) has what looks like a URL with a password")
    #expect(finding.help == "take it out, and replace the value at its service if it is real")
    #expect(finding.pointer == "/credentials/0/\(field)")
    #expect(!finding.rule.isSuppressible)
  }

  // MARK: One current record

  @Test func aServiceHasOneCurrentCredentialOfATypeInAnEnvironment() throws {
    let sample = try sample("{}", #"{ "credential_type": "token" }"#, "{}")
    let finding = try sample.finding(of: "FC310")
    #expect(
      finding.message
        == "'stripe' has another current credential of the type 'api_key' for production")
    #expect(
      finding.help
        == "let 'previous' of the newer record name the id of the older one, or remove one")
    #expect(finding.pointer == "/credentials/2/service_name")
    #expect(sample.codes == ["FC310"])
  }

  @Test(arguments: [
    #"{ "environment": "staging" }"#, #"{ "service_name": "fly" }"#,
    #"{ "previous": "\#(EntrySample.id(0))" }"#, #"{ "environment": 7 }"#, #"{ "id": 7 }"#,
    #"{ "previous": 7 }"#,
  ])
  func leavesRecordsAloneThatMayDiffer(other: String) throws {
    #expect(try sample("{}", other).pointers(of: "FC310") == [])
  }

  // MARK: Data model: DeploymentConfiguration references many CredentialManager

  @Test func notesACredentialThatNothingRefersTo() throws {
    let sample = try EntrySample(credentials: ["{}"], deployment: #"{ "credentials": null }"#)
    let finding = try sample.finding(of: "FC315")
    #expect(finding.message == "neither deployment.json nor a variable refers to 'stripe'")
    #expect(
      finding.help == "add its id to 'credentials' in deployment.json, "
        + "or revoke it at the service and remove it")
    #expect(finding.pointer == "/credentials/0/id")
    #expect(finding.rule.severity == .note)
    #expect(sample.codes == ["FC315"])
  }

  @Test func countsTheReferencesOfEveryEnvironment() throws {
    let sample = try EntrySample(
      credentials: [#"{ "environment": "staging" }"#],
      deployment: """
        { "credentials": [],
          "environments": { "staging": { "credentials": ["\(EntrySample.id(0))"] } } }
        """)
    #expect(sample.pointers(of: "FC315") == [])
  }

  @Test func countsTheReferencesOfVariables() throws {
    let sample = try EntrySample(
      variables: [
        """
        { "is_secret": true, "category": "api", "encrypted_value": "ref:\(EntrySample.id(0))" }
        """
      ],
      credentials: ["{}"], deployment: #"{ "credentials": [] }"#)
    #expect(sample.codes == [])
  }

  @Test(arguments: [#"{ "credentials": 7 }"#, #"{ "credentials": ["x"] }"#])
  func takesNoCredentialForUnusedWhereReferencesCannotBeRead(deployment: String) throws {
    #expect(
      try EntrySample(credentials: ["{}"], deployment: deployment).pointers(of: "FC315") == [])
    let variables = [#"{ "encrypted_value": 7 }"#]
    let sample = try EntrySample(
      variables: variables, credentials: ["{}"], deployment: #"{ "credentials": [] }"#)
    #expect(sample.pointers(of: "FC315") == [])
  }

  @Test func takesNoCredentialForUnusedWithoutADeployment() throws {
    let sample = try EntrySample(credentials: ["{}"], without: .deployment)
    #expect(sample.pointers(of: "FC315") == [])
  }
}
