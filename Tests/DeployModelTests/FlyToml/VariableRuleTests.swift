import Testing

@testable import DeployModel

@Suite struct VariableRuleTests {
  private func env(_ line: String) -> FoundInPiece { FoundInPiece("[env]\n" + line) }

  @Test(arguments: [
    "PORT = '8080'", "port = '8080'", "_A1 = 'x'", "SENTRY_DSN = ''", "TOKEN = ''",
    "ACCESS_TOKEN = 'true'", "API_TOKEN = '3600'", "GREETING = 'cost: $5'",
  ])
  func leavesOrdinaryVariablesAlone(_ line: String) {
    #expect(env(line).messages == [])
  }

  @Test func keepsThePlatformsNamesFree() {
    #expect(env("FLY_REGION = 'fra'").codes == ["FC977"])
    #expect(env("fly_region = 'fra'").codes == ["FC977"])
    #expect(env("FLYING = 'yes'").messages == [])
  }

  @Test(arguments: [
    ("'spring.profile' = 'x'", "write 'spring_profile'"),
    ("LOG-LEVEL = 'x'", "write 'LOG_LEVEL'"),
    ("'2FA' = 'x'", "use letters, digits and underscores, and begin with a letter"),
    ("'' = 'x'", "use letters, digits and underscores, and begin with a letter"),
  ])
  func proposesANameThatAShellCanRead(_ line: String, _ help: String) {
    #expect(env(line).codes == ["FC978"])
    #expect(env(line).helps == [help])
  }

  @Test func showsNoValueThatStandsInAName() {
    #expect(!env("'MODE=tulip-7' = ''").words.contains("tulip"))
  }

  @Test func findsSecretsByTheirShapeAndNeverShowsThem() {
    let password = "8rT-vW4q"
    let found = env("DB_PASSWORD = 'postgres://u:\(password)@db.internal/x'")
    #expect(found.messages == ["FC979 the value of 'DB_PASSWORD' looks like a URL with a password"])
    #expect(!found.words.contains(password))
    #expect(found.helps[0].contains("fly secrets set"))
  }

  @Test func findsSecretsByTheirName() {
    let found = env("db_password = 'tulip-7'")
    #expect(
      found.messages
        == ["FC980 'db_password' has the name of a secret, and its value stands in the open"])
    #expect(!found.words.contains("tulip"))
  }

  @Test(arguments: [
    "GOOGLE_APPLICATION_CREDENTIALS = '/app/key.json'", "VITE_MAPS_API_KEY = 'AIza-maps'",
    "NEXT_PUBLIC_ACCESS_TOKEN = 'pk.maps'", "API_KEY = '<your key>'", "PASSWORD = '$PASSWORD'",
  ])
  func leavesPathsTemplatesAndPublicKeysAlone(_ line: String) {
    #expect(env(line).messages == [])
  }

  @Test func findsInterpolation() {
    #expect(env("URL = 'https://${HOST}/'").codes == ["FC981"])
    #expect(env("URL = '${HOST:-x}'").codes == ["FC981"])
    #expect(env("API_TOKEN = '${TOKEN}'").codes == ["FC981"])
    #expect(env("URL = '$HOST'").messages == [])
  }

  @Test func findsSecretsInArgumentsOfTheBuild() {
    let token = "ghp_" + "9mZ4kQ7tX2bV8nC5rJ1wL6yD3fH0sA7pEu4g"
    let found = FoundInPiece("[build.args]\nTOKEN = '\(token)'\nNODE_ENV = 'production'")
    #expect(found.codes == ["FC982"])
    #expect(!found.words.contains(token))
  }
}
