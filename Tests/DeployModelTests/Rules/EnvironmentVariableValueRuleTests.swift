import Testing

@testable import DeployModel

/// FC204 to FC206, FC208, FC210 to FC217, FC219 and FC220: what variables hold.
struct EnvironmentVariableValueRuleTests {
  private static let credential = "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11"
  private static let stranger = "5a0b1c2d-7b1a-4b7e-9d53-0a3f5c7e2b11"

  /// A secret variable of the category api.
  private func secret(_ value: String, _ more: String = "") throws -> EntrySample {
    try EntrySample(variables: [
      #"{ "is_secret": true, "category": "api", "encrypted_value": "\#(value)"\#(more) }"#
    ])
  }

  /// A variable of the category system that is not secret.
  private func plain(_ value: String, _ more: String = "") throws -> EntrySample {
    try EntrySample(variables: [#"{ "encrypted_value": "\#(value)"\#(more) }"#])
  }

  // MARK: Data model: Secret variables must be encrypted

  @Test(arguments: ["plain:hunter2", "plain:", "hunter2", "fc1.hunter2", "ref:hunter2", "UNSET"])
  func secretVariablesMustBeEncrypted(value: String) throws {
    let sample = try secret(value)
    let finding = try sample.finding(of: "FC204")
    #expect(finding.pointer == "/variables/0/encrypted_value")
    #expect(finding.rule.severity == .error)
    #expect(!finding.rule.isSuppressible)
    #expect(!finding.message.contains("hunter2"))
    #expect(finding.help?.contains("hunter2") != true)
    #expect(sample.codes == ["FC204"])
  }

  @Test(arguments: [SampleProject.sealedText, "ref:\(credential)"])
  func acceptsASecretThatNobodyCanRead(value: String) throws {
    #expect(try secret(value).codes == [])
  }

  @Test func saysWhatAPlainSecretShouldBe() throws {
    let finding = try secret("plain:hunter2").finding(of: "FC204")
    #expect(
      finding.message == "the value of 'LOG_LEVEL', a secret, stands as plain text, "
        + "expected 'fc1.…', 'ref:<id>' or 'unset'")
    #expect(finding.help == "write 'unset' here, then seal the value with `flyconf env set`")
  }

  @Test func saysThatABareTextIsNoSecret() throws {
    let finding = try secret("hunter2").finding(of: "FC204")
    #expect(
      finding.message
        == "the value is a bare text, expected 'fc1.…', 'ref:<id>' or 'unset'")
    #expect(finding.help == "write 'unset' here, then seal the value with `flyconf env set`")
  }

  @Test func remembersThatIsSecretIsTheDefault() throws {
    let sample = try EntrySample(variables: [#"{ "is_secret": null }"#])
    #expect(sample.codes == ["FC204"])
    #expect(
      try sample.finding(of: "FC204").help
        == "write 'unset' here, then seal the value with `flyconf env set`, "
        + "or set 'is_secret' to false if anyone may know it")
  }

  @Test func isSilentWhereAFieldOfTheValueIsUnreadable() throws {
    let sample = try EntrySample(variables: [
      #"{ "is_secret": 7, "encrypted_value": "hunter2" }"#,
      #"{ "key": "A", "encrypted_value": 7 }"#,
    ])
    #expect(sample.codes == [])
  }

  @Test func findsAnUnsealedSecretWhoseKeyIsUnreadable() throws {
    let finding = try secret("plain:hunter2", #", "key": 7"#).finding(of: "FC204")
    #expect(finding.message.hasPrefix("the value of the variable, a secret,"))
  }

  // MARK: Data model: Required variables must have non-empty values

  @Test(arguments: ["plain:", "plain:  ", "", " "])
  func requiredVariablesMustHaveNonEmptyValues(value: String) throws {
    let sample = try plain(value)
    let finding = try sample.finding(of: "FC205")
    #expect(finding.message == "the value of 'LOG_LEVEL', which is required, is empty")
    #expect(
      finding.help
        == "give it a value, write 'unset' until it is known, or set 'required' to false")
    #expect(finding.pointer == "/variables/0/encrypted_value")
    #expect(sample.codes == ["FC205"])
  }

  @Test func aRequiredSecretIsNotEmpty() throws {
    #expect(try secret("").codes == ["FC205"])
  }

  @Test func whatIsNotRequiredMayBeEmpty() throws {
    let flag = #", "required": false, "category": "feature_flag""#
    #expect(try plain("plain:", flag).codes == [])
    #expect(try plain("", flag).codes == ["FC217"])
    #expect(try secret("", #", "required": false"#).codes == ["FC204", "FC209"])
  }

  @Test func warnsOfAValueThatIsStillToCome() throws {
    let finding = try secret("unset").finding(of: "FC206")
    #expect(finding.message == "'LOG_LEVEL' has no value yet")
    #expect(
      finding.help
        == "give it one with `flyconf env set` before deploying; --ref takes that of a credential")
    #expect(finding.rule.severity == .warning)
    #expect(
      try plain("unset").finding(of: "FC206").help
        == "write the value after 'plain:', as in 'plain:info'")
  }

  // MARK: Data model: Environment Variable Categories: Secret

  @Test(
    arguments: ["database", "api"], ["plain:redis:\("")//:8rT-vW4q@cache", "ref:\(credential)"])
  func databaseAndAPIVariablesAreSecret(category: String, value: String) throws {
    let sample = try EntrySample(variables: [
      #"{ "category": "\#(category)", "encrypted_value": "\#(value)" }"#
    ])
    let finding = try sample.finding(of: "FC208")
    #expect(finding.message == "'LOG_LEVEL' has the category '\(category)' and is not secret")
    #expect(
      finding.help == "set 'is_secret' to true and seal the value with `flyconf env set`, "
        + "or give what anyone may know the category 'system'")
    #expect(finding.pointer == "/variables/0/is_secret")
    #expect(!finding.rule.isSuppressible)
    #expect(sample.codes == ["FC208"])
  }

  // MARK: Data model: example_value, "Non-sensitive example"

  @Test func anExampleIsNotSensitive() throws {
    let sample = try plain("plain:x", #", "example_value": "redis://:8rT-"# + #"vW4q@cache:6379""#)
    let finding = try sample.finding(of: "FC210")
    #expect(finding.message == "the example of 'LOG_LEVEL' looks like a URL with a password")
    #expect(
      finding.help
        == "write a stand-in such as '<key>'; replace the value at its service if it is real")
    #expect(finding.pointer == "/variables/0/example_value")
    #expect(!finding.rule.isSuppressible)
    #expect(sample.codes == ["FC210"])
  }

  @Test(arguments: ["redis://:<password>@cache:6379", "sk_live_...", "info", ""])
  func acceptsAStandInForAnExample(text: String) throws {
    #expect(try plain("plain:x", #", "example_value": "\#(text)""#).codes == [])
  }

  // MARK: Data model: No credentials stored in plain text

  @Test func aPlainValueDoesNotLookLikeASecret() throws {
    let sample = try plain("plain:redis://:8rT-" + "vW4q@cache:6379", #", "key": "CACHE_TOKEN""#)
    let finding = try sample.finding(of: "FC211")
    #expect(
      finding.message
        == "the value of 'CACHE_TOKEN', which is not secret, looks like a URL with a password")
    #expect(
      finding.help == "make it a secret of the category 'api' or 'database', write 'unset' here, "
        + "replace the value at its service, and seal the new one with `flyconf env set`")
    #expect(!finding.rule.isSuppressible)
    #expect(sample.codes == ["FC211"])
  }

  @Test(arguments: [
    ("SMTP_PASSWORD", "hunter2", true), ("SMTP_USER", "hunter2", false),
    ("PASSWORD_RESET", "true", false), ("REQUIRE_PASSWORD", "true", false),
    ("MAX_TOKEN", "4096", false), ("APP_SECRET", "abc", true),
  ])
  func aVariableWithASecretsNameIsSecret(key: String, value: String, isFound: Bool) throws {
    let sample = try plain("plain:\(value)", #", "key": "\#(key)""#)
    #expect(sample.codes == (isFound ? ["FC220"] : []))
  }

  @Test func findsASecretsNameOnceWhereTheCategoryIsSecretToo() throws {
    let more = #", "key": "SMTP_PASSWORD", "category": "api""#
    #expect(try plain("plain:hunter2", more).codes == ["FC208"])
  }

  @Test func saysWhyANameMakesASecret() throws {
    let finding = try plain("plain:hunter2", #", "key": "SMTP_PASSWORD""#).finding(of: "FC220")
    #expect(
      finding.message
        == "'SMTP_PASSWORD' has the name of a secret, and its value stands as plain text")
    #expect(
      finding.help == "make it a secret of the category 'api' or 'database' and write 'unset' here")
    #expect(finding.rule.isSuppressible)
  }

  @Test func warnsOfWhatNobodyFillsIn() throws {
    let finding = try plain("plain:https://${HOST}/x").finding(of: "FC212")
    #expect(
      finding.message == "the value of 'LOG_LEVEL' has a '${…}' that Fly.io does not fill in")
    #expect(finding.help == "write the whole value, or put it together in the application")
    #expect(try secret("plain:${HOST}").codes == ["FC204"])
  }

  // MARK: Values of a credential

  @Test func aReferenceLeadsToACredential() throws {
    let sample = try secret("ref:\(Self.stranger)")
    let finding = try sample.finding(of: "FC213")
    #expect(
      finding.message
        == "'LOG_LEVEL' refers to \(Self.stranger), and no credential has this id")
    #expect(finding.help == "write the id of a credential in credentials.json, or 'unset'")
    #expect(sample.codes == ["FC213"])
  }

  @Test func aReferenceDanglesWithoutCredentials() throws {
    let variable = """
      { "is_secret": true, "category": "api", "encrypted_value": "ref:\(Self.credential)" }
      """
    let sample = try EntrySample(variables: [variable], without: .credentials)
    #expect(sample.codes == ["FC213"])
    let unreadable = try EntrySample(variables: [variable], credentials: [#"{ "id": 7 }"#])
    #expect(unreadable.codes == [])
  }

  @Test func aReferenceStaysInItsEnvironment() throws {
    let sample = try EntrySample(
      variables: [
        """
        { "is_secret": true, "category": "api", "encrypted_value": "ref:\(EntrySample.id(0))" }
        """
      ],
      credentials: [#"{ "environment": "staging" }"#])
    let finding = try sample.finding(of: "FC214")
    #expect(
      finding.message == "'LOG_LEVEL' is for production and refers to a credential for staging")
    #expect(finding.help == "write the id of a credential for production")
    #expect(!finding.rule.isSuppressible)
    #expect(sample.codes == ["FC214"])
  }

  @Test func aReferenceIsSecret() throws {
    let sample = try plain("ref:\(Self.credential)")
    let finding = try sample.finding(of: "FC215")
    #expect(finding.message == "'LOG_LEVEL' refers to a credential and is not secret")
    #expect(
      finding.help == "set 'is_secret' to true and choose the category 'api' or 'database'")
    #expect(finding.pointer == "/variables/0/is_secret")
    #expect(!finding.rule.isSuppressible)
    #expect(sample.codes == ["FC215"])
  }

  @Test func aReferenceLeadsToTheCurrentRecord() throws {
    let sample = try EntrySample(
      variables: [
        """
        { "is_secret": true, "category": "api", "encrypted_value": "ref:\(EntrySample.id(0))" }
        """
      ],
      credentials: ["{}", #"{ "previous": "\#(EntrySample.id(0))" }"#])
    let finding = try sample.finding(of: "FC219")
    #expect(finding.message == "'LOG_LEVEL' refers to a credential that was superseded")
    #expect(finding.help == "write the id of the record whose 'previous' names this one")
    #expect(finding.rule.severity == .warning)
    #expect(sample.codes == ["FC219"])
  }

  // MARK: Other forms

  @Test func aVariablesValueIsNotDestroyed() throws {
    for sample in [try plain("destroyed"), try secret("destroyed")] {
      let finding = try sample.finding(of: "FC216")
      #expect(
        finding.message == "the value of 'LOG_LEVEL' is 'destroyed', "
          + "which only a superseded credential may have")
      #expect(
        finding.help
          == "give it a value, write 'unset' until it is known, or remove the variable")
      #expect(sample.codes == ["FC216"])
    }
  }

  @Test(arguments: [
    (
      "hunter2", "the value is a bare text, expected 'plain:…' or 'unset'",
      "write 'plain:' before it if anyone may know it"
    ),
    ("fc1.x", nil, "restore the line from git, or set the value again"),
    (
      "ref:x", "the value begins with 'ref:' and no UUID follows",
      "write the id of a credential after 'ref:'"
    ),
  ])
  func aBareTextIsNeverTakenForAValue(value: String, message: String?, help: String) throws {
    let sample = try plain(value)
    let finding = try sample.finding(of: "FC217")
    if let message { #expect(finding.message == message) }
    #expect(finding.help == help)
    #expect(!finding.rule.isSuppressible)
    #expect(sample.codes == ["FC217"])
  }
}
