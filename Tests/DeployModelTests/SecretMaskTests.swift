import Testing

@testable import DeployModel

@Suite struct SecretMaskTests {
  @Test(arguments: [
    (#"  "encrypted_value": "hunter2","#, #"  "encrypted_value": "*******","#),
    (
      #"{"key":"A","encrypted_value":"hunter2","required":true}"#,
      #"{"key":"A","encrypted_value":"*******","required":true}"#
    ),
    (#"  "encrypted_value": "hunter2"#, #"  "encrypted_value": "*******"#),
    (#"  "encrypted_value": "hun\"ter2" }"#, #"  "encrypted_value": "*********" }"#),
    (#"  "encrypted_value": "plain:info","#, #"  "encrypted_value": "plain:****","#),
    (#"  "encrypted_value": 12345,"#, #"  "encrypted_value": *****,"#),
    (#"  "encrypted_value" : hunter2,"#, #"  "encrypted_value" : *******,"#),
    (#"  "encrypted_vaule": "hunter2""#, #"  "encrypted_vaule": "*******""#),
    (#"  "password": "hunter2""#, #"  "password": "*******""#),
    (#"  "encrypted_value": "größe""#, #"  "encrypted_value": "*****""#),
  ])
  func hidesWhatMayBeASecret(_ line: String, as masked: String) {
    #expect(SecretMask.masked(line) == masked)
  }

  @Test(arguments: [
    #"  "encrypted_value": "unset","#, #"  "encrypted_value": "destroyed","#,
    #"  "encrypted_value": "ref:4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11","#,
    #"  "key": "DATABASE_URL","#, #"  "public_identifier": "acct-1","#,
    #"  "retries": 5, "timout": 15"#, #"  "regions_additional": ["fra", "lhr"],"#,
    #"{ "variables": ["#, "",
  ])
  func showsWhatIsNone(_ line: String) {
    #expect(SecretMask.masked(line) == line)
  }

  @Test func hidesAKnownTokenWhereverItStands() {
    let token = "sk_live_" + String(repeating: "4eC39HqLyjWDarjtT1zd", count: 2)
    #expect(!SecretMask.masked(#"  "description": "\#(token)""#).contains(token))
    #expect(
      SecretMask.masked(message: "'\(token)' is not one of api_key, token")
        == "'<redacted>' is not one of api_key, token")
    #expect(SecretMask.masked(message: "'htp' is not one of http") == "'htp' is not one of http")
  }
}

extension SecretMaskTests {
  @Test func noFindingQuotesATokenThatStandsInTheWrongField() throws {
    let token = "sk_live_" + String(repeating: "4eC39HqLyjWDarjtT1zd", count: 2)
    var files = SampleProject.files
    files[.credentials] = files[.credentials]?
      .replacing("\"api_key\"", with: "\"\(token)\"")
    let findings = SampleProject.snapshot(files).validate(at: SampleProject.now)
    #expect(findings.contains { $0.rule.name == "unknown-word" })
    #expect(!findings.contains { $0.message.contains(token) || $0.help?.contains(token) == true })
  }
}

extension SecretMaskTests {
  @Test(arguments: [
    ([#"  "encrypted_value":"#], #"    "hunter2","#, #"    "*******","#),
    ([#"  "encrypted_value""#, ""], #"    : "hunter2","#, #"    : "*******","#),
    ([#"  "encrypted_value": ["#, #"    "one","#], #"    "two""#, #"    "***""#),
    ([#"  "encrypted_value": {"#], #"    "inner": "two" }"#, #"    "*****": "***" }"#),
    ([#"  "encrypted_value": "x","#], #"  "key": "KEY""#, #"  "key": "KEY""#),
    (
      [#"  "encrypted_value": ["#, "  ],"], #"  "environment": "staging""#,
      #"  "environment": "staging""#
    ),
  ])
  func knowsTheKeyAboveAValue(_ context: [String], _ line: String, as masked: String) {
    #expect(SecretMask.masked(line, after: context) == masked)
  }

  @Test func hidesEveryElementOfAnArrayOnOneLine() {
    #expect(
      SecretMask.masked(#"{ "encrypted_value": ["aaa", "bbb"], "key": "K" }"#)
        == #"{ "encrypted_value": ["***", "***"], "key": "K" }"#)
  }
}

extension SecretMaskTests {
  @Test(arguments: [
    #""encypted": "hunter2""#, #""encrypted": "hunter2""#, #""val": "hunter2""#,
    #""pass": "hunter2""#, #""passwd": "hunter2""#, #""pwd": "hunter2""#,
    #""sercet": "hunter2""#, #""sealed": "hunter2""#, #""content": "hunter2""#,
    #""data": "hunter2""#, #""encrypted_value: "hunter2""#, #"'encrypted_value': 'hunter2'"#,
    #"encrypted_value: hunter2"#, #"encrypted_value: "hunter2""#, #""encrypted_value" "hunter2""#,
    #""encrypted_value" = "hunter2""#, #""encrypted_value": x,hunter2"#,
    #""encrypted_value": a, "hunter2""#, #""encrypted_value": "a"b,hunter2"#,
    #""encrypted_value": "my"pass,"hunter2""#, #""encrypted_value": a b "hunter2" : 1"#,
    #""encrypted_value": "x":"hunter2""#, #""encrypted_value": ["a", "hunter2"]"#,
    #""encrypted_value": {"foo": "hunter2"}"#, #""encrypted_value": {"hunter2": 1}"#,
    #""encrypted_value": [{"a": ["hunter2"]}]"#, #""hunter2"#, "hunter2", #"["hunter2"]"#,
  ])
  func hidesWhatIsNotKnownToBeHarmless(_ line: String) {
    #expect(!SecretMask.masked(line).contains("hunter2"))
  }

  @Test func hidesATokenThatStandsAsAKey() {
    let token = "sk_live_" + String(repeating: "4eC39HqLyjWDarjtT1zd", count: 2)
    #expect(!SecretMask.masked(#"  "\#(token)": "x","#).contains(token))
  }

  @Test func hidesAValueTwoLinesBelowItsKey() {
    #expect(
      SecretMask.masked("  hunter2", after: [#""encrypted_value":"#, ""]) == "  *******")
  }
}
