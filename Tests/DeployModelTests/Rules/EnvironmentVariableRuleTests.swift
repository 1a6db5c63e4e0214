import Documents
import Testing

@testable import DeployModel

/// FC201 to FC203, FC207, FC209, FC218, FC221 to FC223: what variables are called and what for.
struct EnvironmentVariableRuleTests {
  // MARK: Data model: REQUIRED, DEFAULT, AUTO and PK, NOT NULL

  @Test(arguments: ["key", "encrypted_value", "environment", "category", "description"])
  func requiresWhatTheDataModelRequires(key: String) throws {
    let sample = try EntrySample(variables: [#"{ "\#(key)": null }"#])
    #expect(sample.mistakes(in: .variables).map(\.kind) == [.missingField])
    #expect(sample.codes == [])
  }

  @Test(arguments: ["id", "created_at", "updated_at"])
  func asksForWhatCommandsFillIn(key: String) throws {
    let sample = try EntrySample(variables: [#"{ "\#(key)": null }"#])
    #expect(sample.mistakes(in: .variables).map(\.kind) == [.missingGeneratedField])
    #expect(sample.codes == [])
  }

  @Test(arguments: [("environment", "prod"), ("category", "secret")])
  func knowsOnlyTheWordsOfTheDataModel(key: String, word: String) throws {
    let sample = try EntrySample(variables: [#"{ "\#(key)": "\#(word)" }"#])
    #expect(sample.mistakes(in: .variables).map(\.kind) == [.unknownWord])
  }

  @Test func isSecretAndRequiredUnlessTheVariableSaysOtherwise() throws {
    let sample = try EntrySample(variables: [#"{ "is_secret": null, "required": null }"#])
    let variable = try #require(try sample.snapshot.project.variables.get().first)
    #expect(variable.isSecret == .value(true))
    #expect(variable.required == .value(true))
  }

  // MARK: Data model: Key names must follow UPPER_CASE_CONVENTION

  @Test(arguments: [
    ("logLevel", "write 'LOG_LEVEL'"), ("LOG_level", "write 'LOG_LEVEL'"),
    ("_LOG", "write 'LOG'"),
    ("2FA", "begin with a letter and use only upper-case letters, digits and underscores"),
  ])
  func keyNamesMustFollowUpperCaseConvention(key: String, help: String) throws {
    let sample = try EntrySample(variables: [#"{ "key": "\#(key)" }"#])
    let finding = try sample.finding(of: "FC201")
    #expect(finding.help == help)
    #expect(finding.pointer == "/variables/0/key")
    #expect(finding.rule.severity == .error)
    #expect(sample.codes == ["FC201"])
  }

  @Test(arguments: ["A", "LOG_LEVEL", "S3_BUCKET", "FLYWAY_URL", "MY_FLY_KEY"])
  func acceptsAKeyInUpperCase(key: String) throws {
    #expect(try EntrySample(variables: [#"{ "key": "\#(key)" }"#]).codes == [])
  }

  @Test(arguments: ["", "LOG-LEVEL", "LOG LEVEL", "GRÖSSE", "A.B", "KEY=hunter2", " KEY"])
  func refusesAKeyThatThePlatformRefuses(key: String) throws {
    let sample = try EntrySample(variables: [#"{ "key": "\#(key)" }"#])
    let finding = try sample.finding(of: "FC218")
    #expect(!finding.rule.isSuppressible)
    #expect(!finding.message.contains("hunter2"))
    #expect(sample.codes == ["FC218"])
  }

  @Test(arguments: [
    ("FLY_REGION", "write 'REGION', and read that name in the application"),
    ("FLY_", "choose a name that begins otherwise"),
    ("fly_region", "choose a name that begins otherwise"),
    ("FLY_A-B", "choose a name that begins otherwise"),
  ])
  func refusesTheReservedPrefix(key: String, help: String) throws {
    let sample = try EntrySample(variables: [#"{ "key": "\#(key)" }"#])
    let finding = try sample.finding(of: "FC202")
    #expect(finding.message == "'\(key)' begins with 'FLY_', which Fly.io keeps to itself")
    #expect(finding.help == help)
    #expect(!finding.rule.isSuppressible)
    #expect(sample.codes == ["FC202"])
  }

  @Test func aKeyStandsOnceInEachEnvironment() throws {
    let sample = try EntrySample(variables: [
      #"{ "key": "A" }"#, #"{ "key": "A", "environment": "staging" }"#, #"{ "key": "A" }"#,
      #"{ "key": 7 }"#, #"{ "key": 7 }"#, #"{ "key": "a" }"#,
    ])
    let finding = try sample.finding(of: "FC203")
    #expect(finding.message == "'A' stands twice for production")
    #expect(finding.help == "keep one of the two, or give this one another key or environment")
    #expect(finding.pointer == "/variables/2/key")
    #expect(!finding.rule.isSuppressible)
  }

  // MARK: Data model: required, "Required for deployment"

  @Test func namesEachEnvironmentThatLacksARequiredVariableOnce() throws {
    let sample = try EntrySample(variables: [
      #"{ "key": "A" }"#, #"{ "key": "A", "environment": "staging" }"#, #"{ "key": "B" }"#,
      #"{ "key": "C", "environment": "development", "required": false }"#,
    ])
    #expect(
      sample.findings(of: "FC207").map(\.message) == [
        "'A' is required in production and missing in development",
        "'B' is required in production and missing in development",
        "'B' is required in production and missing in staging",
      ])
    #expect(
      sample.pointers(of: "FC207")
        == ["/variables/0/key", "/variables/2/key", "/variables/2/key"])
    #expect(
      sample.findings(of: "FC207").first?.help
        == "add it for development, with 'unset' until its value is known, "
        + "or set 'required' to false")
    #expect(sample.findings(of: "FC207").first?.rule.severity == .warning)
  }

  @Test(arguments: [
    [#"{ "key": "A" }"#, #"{ "key": "B" }"#],
    [#"{ "key": "A", "required": false }"#, #"{ "key": "A", "environment": "staging" }"#],
    [#"{ "key": "A" }"#, #"{ "key": 7, "environment": "staging" }"#],
    [#"{ "key": "A" }"#, #"{ "key": 7, "environment": 7 }"#],
    [
      #"{ "key": "A" }"#, #"{ "key": "A", "environment": 7 }"#,
      #"{ "key": "C", "environment": "staging", "required": false }"#,
    ],
    [#"{ "key": "A", "required": 7 }"#, #"{ "key": "B", "environment": "staging" }"#],
  ])
  func missesNothingThatMayBeThere(variables: [String]) throws {
    let others = [#"{ "key": "B", "environment": "production", "required": false }"#]
    #expect(try EntrySample(variables: variables + others).pointers(of: "FC207") == [])
  }

  // MARK: Data model: Environment Variable Categories

  @Test(arguments: [
    ("database", "false", "true", "required", "is not required", "true"),
    ("api", "false", "true", "required", "is not required", "true"),
    ("feature_flag", "true", "false", "required", "is required", "false"),
    ("system", "false", "false", "required", "is not required", "true"),
  ])
  func aVariableIsRequiredAsItsCategory(
    category: String, required: String, secret: String, field: String, fault: String, right: String
  ) throws {
    let sample = try EntrySample(variables: [
      """
      { "category": "\(category)", "required": \(required), "is_secret": \(secret),
        "encrypted_value": "\(SampleProject.sealedText)" }
      """
    ])
    let finding = try sample.finding(of: "FC209")
    #expect(finding.message == "'LOG_LEVEL' has the category '\(category)' and \(fault)")
    #expect(finding.help == "set 'required' to \(right), or choose another category")
    #expect(finding.pointer == "/variables/0/\(field)")
    #expect(finding.rule.severity == .warning)
    #expect(sample.codes == ["FC209"])
  }

  @Test(arguments: [("feature_flag", "false"), ("system", "true")])
  func aVariableIsSecretAsItsCategory(category: String, required: String) throws {
    let sample = try EntrySample(variables: [
      """
      { "category": "\(category)", "required": \(required), "is_secret": null,
        "encrypted_value": "\(SampleProject.sealedText)" }
      """
    ])
    let finding = try sample.finding(of: "FC209")
    #expect(finding.message == "'LOG_LEVEL' has the category '\(category)' and is secret")
    #expect(
      finding.help == "choose the category 'api' or 'database', or set 'is_secret' to false "
        + "if anyone may know it")
    #expect(finding.pointer == "/variables/0/category")
    #expect(sample.codes == ["FC209"])
  }

  @Test func pointsToTheCategoryWhereRequiredIsLeftOut() throws {
    let sample = try EntrySample(variables: [
      #"{ "category": "feature_flag", "required": null }"#
    ])
    #expect(sample.pointers(of: "FC209") == ["/variables/0/category"])
  }

  @Test func findsBothDeparturesFromACategory() throws {
    let sample = try EntrySample(variables: [
      #"{ "category": "feature_flag", "is_secret": true, "encrypted_value": "unset" }"#
    ])
    #expect(
      sample.pointers(of: "FC209") == ["/variables/0/is_secret", "/variables/0/required"])
  }

  @Test(arguments: [
    #"{ "category": 7, "required": false }"#, #"{ "required": 7 }"#,
    #"{ "is_secret": 7, "encrypted_value": "unset" }"#,
    #"{ "is_secret": true, "encrypted_value": 7 }"#,
  ])
  func saysNothingOfACategoryWhereAFieldIsUnreadable(variable: String) throws {
    #expect(try EntrySample(variables: [variable]).pointers(of: "FC209") == [])
  }

  // MARK: Data model: description, "Variable purpose"

  @Test(arguments: [
    ("", "the description of 'LOG_LEVEL' is empty"),
    (" ", "the description of 'LOG_LEVEL' is empty"),
    ("TODO", "the description of 'LOG_LEVEL' has the placeholder 'TODO'"),
  ])
  func aDescriptionSaysWhatTheVariableIsFor(text: String, message: String) throws {
    let sample = try EntrySample(variables: [#"{ "description": "\#(text)" }"#])
    let finding = try sample.finding(of: "FC222")
    #expect(finding.message == message)
    #expect(finding.help == "write what the application uses the variable for")
    #expect(sample.codes == ["FC222"])
  }

  @Test func aDescriptionHoldsNoSecret() throws {
    let sample = try EntrySample(variables: [
      #"{ "description": "as in redis://:8rT-"# + #"vW4q@cache:6379" }"#
    ])
    let finding = try sample.finding(of: "FC221")
    #expect(
      finding.message == "the description of 'LOG_LEVEL' has what looks like a URL with a password")
    #expect(finding.help == "take it out, and replace the value at its service if it is real")
    #expect(!finding.rule.isSuppressible)
  }

  @Test(arguments: [
    ("2026-01-05T09:00:00Z", 0), ("2026-01-05T09:00:01Z", 1), ("2026-01-04T09:00:00Z", 0),
  ])
  func aVariableIsModifiedAfterItsCreation(created: String, count: Int) throws {
    let sample = try EntrySample(variables: [#"{ "created_at": "\#(created)" }"#])
    #expect(sample.pointers(of: "FC223").count == count)
  }

  @Test func saysWhichTimesAreInTheWrongOrder() throws {
    let finding = try EntrySample(variables: [#"{ "created_at": "2026-01-06T09:00:00Z" }"#])
      .finding(of: "FC223")
    #expect(
      finding.message
        == "updated_at 2026-01-05T09:00:00Z is before created_at 2026-01-06T09:00:00Z")
    #expect(finding.help == "correct the one that was written by hand")
    #expect(finding.pointer == "/variables/0/updated_at")
  }
}
