import Testing

@testable import DeployModel

struct ShellReferenceTests {
  @Test(arguments: [
    "${HOST}", "https://${HOST}/x", "${host_2}", "$${A}", "${} ${A}", "${PORT:-8080}", "${A?}",
  ])
  func findsWhatAShellWouldFillIn(text: String) {
    #expect(ShellReference.isFound(in: text))
  }

  @Test(arguments: ["", "$", "${", "${}", "${1}", "${A", "$HOST", "{HOST}", "${ A }", "${a.b}"])
  func leavesOtherDollarSignsAlone(text: String) {
    #expect(!ShellReference.isFound(in: text))
  }
}

struct SecretKeyNameTests {
  @Test(arguments: [
    "PASSWORD", "DB_PASSWORD", "JWT_SECRET", "GITHUB_TOKEN", "STRIPE_API_KEY", "SECRET_KEY_BASE",
  ])
  func knowsTheNamesOfSecrets(key: String) {
    #expect(SecretKeyName.matches(key))
  }

  @Test(arguments: ["KEY", "SORT_KEY", "PASSWORD_LENGTH", "NOTASECRET", "TOKENS", ""])
  func leavesOtherNamesAlone(key: String) {
    #expect(!SecretKeyName.matches(key))
  }

  @Test(arguments: ["", "  ", "0", "3600", "true", "No", " off "])
  func knowsValuesThatKeepNobodyOut(value: String) {
    #expect(SecretKeyName.isHarmless(value))
  }

  @Test(arguments: ["hunter2", "1a"])
  func takesAnyOtherValueForASecret(value: String) {
    #expect(!SecretKeyName.isHarmless(value))
  }
}
