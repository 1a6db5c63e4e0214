import Testing

@testable import DeployModel

@Suite struct TopLevelRuleTests {
  @Test func namesTheNearestRegion() {
    #expect(FoundInPiece("primary_region = 'frq'").messages == ["FC922 there is no region 'frq'"])
    #expect(FoundInPiece("primary_region = 'frq'").helps == ["did you mean 'fra'?"])
    #expect(FoundInPiece("primary_region = 'London'").helps == ["did you mean 'lhr'?"])
  }

  @Test(arguments: ["fra", "<REGION>", "{{ region }}", "$REGION"])
  func leavesRegionsAndTemplatesAlone(_ region: String) {
    #expect(FoundInPiece("primary_region = '\(region)'").messages == [])
  }

  @Test func namesTheRegionThatTookThePlaceOfAClosedOne() {
    let found = FoundInPiece("primary_region = 'waw'")
    #expect(found.messages == ["FC923 the region 'waw' (Warsaw) has been closed"])
    #expect(found.helps == ["write 'ams', which takes its place"])
  }

  @Test(arguments: [
    ("'5m'", []), ("'301s'", ["FC924"]), ("'-1s'", ["FC925"]), ("'0s'", []), ("'1h'", ["FC924"]),
  ])
  func limitsTheTimeToStop(_ timeout: String, _ codes: [String]) {
    #expect(FoundInPiece("kill_timeout = \(timeout)").codes == codes)
  }

  @Test func writesANegativeTimeWithoutItsSign() {
    #expect(FoundInPiece("kill_timeout = '-90s'").helps == ["write \"1m30s\""])
  }

  @Test(arguments: [("512", []), ("1", []), ("0", ["FC926"]), ("-512", ["FC926"])])
  func wantsASizeOfSwap(_ size: String, _ codes: [String]) {
    #expect(FoundInPiece("swap_size_mb = \(size)").codes == codes)
  }

  @Test func findsEmptyTextsInTablesOfEveryKind() {
    let found = FoundInPiece(
      """
      console_command = ''
      [build]
      image = ''
      [[vm]]
      size = ''
      [checks.alive]
      type = 'tcp'
      port = 8080
      path = ''
      """)
    #expect(found.codes == ["FC927", "FC927", "FC927", "FC927"])
    #expect(found.lines == [1, 3, 5, 9])
  }

  @Test func leavesEmptyVariablesAndCommandsAlone() {
    #expect(FoundInPiece("[env]\nORG = ''\n[processes]\napp = ''").messages == [])
  }

  @Test func saysOnceThatWhatIsNeededIsEmpty() {
    #expect(FoundInPiece("[[mounts]]\nsource = ''\ndestination = ''").codes == ["FC970", "FC967"])
    #expect(FoundInPiece("[[restart]]\npolicy = ''").codes == ["FC994"])
  }

  @Test func findsSecretsInCommandsHeadersAndFiles() {
    let token = "ghp_" + "9mZ4kQ7tX2bV8nC5rJ1wL6yD3fH0sA7pEu4g"
    let found = FoundInPiece(
      """
      [processes]
      app = 'serve --token \(token)'
      [[files]]
      guest_path = '/etc/token'
      raw_value = '\(token)'
      """)
    #expect(found.codes == ["FC928", "FC928"])
    #expect(found.lines == [2, 5])
    #expect(found.helps[1].contains("secret_name"))
    #expect(!found.words.contains(token))
  }

  @Test func leavesImagesByDigestAlone() {
    let digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    #expect(FoundInPiece("[build]\nimage = 'nginx@sha256:\(digest)'").messages == [])
  }

  @Test func findsAnotherRegionInTheEnvironment() {
    let same = "primary_region = 'fra'\n[env]\nPRIMARY_REGION = 'fra'"
    #expect(FoundInPiece(same).messages == [])
    #expect(FoundInPiece("[env]\nPRIMARY_REGION = 'fra'").messages == [])
    let other = "primary_region = 'fra'\n[env]\nPRIMARY_REGION = 'ams'"
    #expect(FoundInPiece(other).codes == ["FC929"])
  }
}
