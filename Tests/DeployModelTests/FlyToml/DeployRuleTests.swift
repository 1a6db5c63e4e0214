import Testing

@testable import DeployModel

@Suite struct DeployRuleTests {
  private static let volume = "[[mounts]]\nsource = 'data'\ndestination = '/data'\n"
  private static let check = "[checks.alive]\ntype = 'tcp'\nport = 8080\n"

  @Test(arguments: [
    ("canary", ["FC957"]), ("bluegreen", ["FC957"]), ("rolling", []), ("immediate", []),
    ("blue", ["FC912"]),
  ])
  func hasNoVolumesBesideOldMachines(_ strategy: String, _ codes: [String]) {
    let deploy = "[deploy]\nstrategy = '\(strategy)'\n"
    #expect(FoundInPiece(deploy + Self.volume + Self.check).codes == codes)
  }

  @Test func takesAnEmptyMountForNone() {
    #expect(
      FoundInPiece("[deploy]\nstrategy = 'canary'\n[mounts]").codes.filter { $0 == "FC957" } == [])
  }

  @Test(arguments: [
    "[checks.alive]\ntype = 'tcp'\nport = 8080",
    "[http_service]\ninternal_port = 8080\n[[http_service.checks]]\npath = '/'",
    "[[services]]\nprotocol = 'tcp'\ninternal_port = 1\nports = [{ port = 80 }]\n"
      + "[[services.tcp_checks]]\ninterval = '5s'",
    "[[services]]\nprotocol = 'tcp'\ninternal_port = 1\nports = [{ port = 80 }]\n"
      + "[[services.http_checks]]\npath = '/'",
  ])
  func takesAnyCheckForOneOfBluegreen(_ check: String) {
    #expect(FoundInPiece("[deploy]\nstrategy = 'bluegreen'\n" + check).messages == [])
  }

  @Test func wantsACheckForBluegreen() {
    let deploy = "[deploy]\nstrategy = 'bluegreen'\n"
    let found = FoundInPiece(deploy)
    #expect(
      found.messages
        == ["FC958 the strategy 'bluegreen' needs a health check, and there is none"])
    #expect(found.helps == ["add [checks.NAME] with a type and a port"])
    #expect(
      FoundInPiece(deploy + "[http_service]\ninternal_port = 8080").helps
        == ["add [[http_service.checks]] with a path"])
    #expect(
      FoundInPiece(deploy + "[[machine_checks]]\ncommand = ['true']").codes == ["FC958"])
  }

  @Test(arguments: [
    ("rolling", []), ("canary", []), ("immediate", ["FC959"]), ("bluegreen", ["FC959"]),
  ])
  func hasALimitOnlyWhereMachinesAreReplacedInTurn(_ strategy: String, _ codes: [String]) {
    let deploy = "[deploy]\nmax_unavailable = 0.5\nstrategy = '\(strategy)'\n"
    #expect(FoundInPiece(deploy + Self.check).codes == codes)
    #expect(FoundInPiece("[deploy]\nmax_unavailable = 0.5").messages == [])
  }

  @Test func proposesToRemoveALimitWithoutEffect() {
    let fixes = FixInPiece.all(
      of: .flyTomlMaxUnavailableWithoutEffect,
      in: "[deploy]\nstrategy = 'immediate'\nmax_unavailable = 2")
    #expect(fixes == [FixInPiece("max_unavailable", .removal)])
  }

  @Test func wantsNoNegativeLimit() {
    let found = FoundInPiece("[deploy]\nmax_unavailable = -0.5")
    #expect(found.messages == ["FC941 max_unavailable is -0.5, expected 0 or more"])
  }

  @Test(arguments: [(-1, ["FC941"]), (0, []), (9, []), (10, ["FC941"])])
  func knowsLevelsOfCompression(_ level: Int, _ codes: [String]) {
    #expect(FoundInPiece("[build]\ncompression_level = \(level)").codes == codes)
  }

  @Test func proposesTheNearestLevelOfCompression() {
    let found = FoundInPiece("[build]\ncompression_level = 12")
    #expect(found.messages == ["FC941 compression_level is 12, expected 0 to 9"])
    #expect(found.helps == ["write 9"])
  }
}
