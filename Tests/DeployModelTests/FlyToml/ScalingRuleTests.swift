import Testing

@testable import DeployModel

@Suite struct ScalingRuleTests {
  private func service(_ lines: String) -> FoundInPiece {
    FoundInPiece("[http_service]\ninternal_port = 8080\n" + lines)
  }

  @Test(arguments: [
    ("min_machines_running = 0", []), ("min_machines_running = 1", ["FC942"]),
    ("min_machines_running = -1", ["FC941"]),
    ("auto_stop_machines = false\nmin_machines_running = 1", ["FC942"]),
    ("auto_stop_machines = true\nmin_machines_running = 1", []),
    ("auto_stop_machines = 'suspend'\nmin_machines_running = 1", []),
    ("auto_stop_machines = 'true'\nmin_machines_running = 1", ["FC902"]),
  ])
  func wantsAMinimumToHaveAnEffect(_ lines: String, _ codes: [String]) {
    #expect(service(lines).codes == codes)
  }

  @Test func saysWhyAMinimumHasNone() {
    #expect(
      service("min_machines_running = 1").messages == [
        "FC942 min_machines_running has no effect, because auto_stop_machines is not set, which "
          + "means off"
      ])
    #expect(
      service("auto_stop_machines = 'off'\nmin_machines_running = 1").messages
        == ["FC942 min_machines_running has no effect, because auto_stop_machines is off"])
  }

  @Test func proposesToRemoveAMinimumWithoutEffect() {
    let fixes = FixInPiece.all(
      of: .flyTomlMinimumWithoutEffect, in: "[http_service]\nmin_machines_running = 2")
    #expect(fixes == [FixInPiece("min_machines_running", .removal)])
  }

  @Test(arguments: [
    ("auto_stop_machines = 'stop'\nauto_start_machines = false", ["FC943"]),
    ("auto_stop_machines = 'suspend'\nauto_start_machines = false", ["FC943"]),
    ("auto_stop_machines = 'stop'", []), ("auto_stop_machines = 'off'", []),
    ("auto_stop_machines = 'off'\nauto_start_machines = false", []),
    ("auto_stop_machines = 'off'\nauto_start_machines = true", []),
    ("auto_start_machines = false", []),
  ])
  func startsWhatItStops(_ lines: String, _ codes: [String]) {
    #expect(service(lines).codes == codes)
  }

  @Test(arguments: [
    ("soft_limit = 20\nhard_limit = 20", []), ("soft_limit = 21\nhard_limit = 20", ["FC940"]),
    ("soft_limit = 20", []), ("soft_limit = 20\nhard_limit = 0", []),
    ("soft_limit = -1", ["FC941"]), ("hard_limit = -1", ["FC941"]),
  ])
  func wantsTheSoftLimitBelowTheHardOne(_ lines: String, _ codes: [String]) {
    #expect(service("[http_service.concurrency]\n" + lines).codes == codes)
  }

  @Test func readsLimitsInTheirOldForm() {
    let found = FoundInPiece(
      """
      [[services]]
      protocol = 'tcp'
      internal_port = 8080
      concurrency = '25,20'
      [[services.ports]]
      port = 80
      """)
    #expect(found.codes.sorted() == ["FC906", "FC940"])
  }

  @Test(arguments: [
    ("idle_timeout = -1", ["FC941"]), ("headers_read_timeout = -5", ["FC941"]),
    ("idle_timeout = 0", []),
  ])
  func wantsNoNegativeTimes(_ line: String, _ codes: [String]) {
    #expect(service("[http_service.http_options]\n" + line).codes == codes)
    let port = "[[services]]\nprotocol = 'tcp'\ninternal_port = 1\n[[services.ports]]\nport = 80\n"
    let options = "handlers = ['http']\n[services.ports.http_options]\n"
    #expect(FoundInPiece(port + options + line).codes == codes)
  }

  @Test(arguments: [("ttl_seconds = 9", ["FC945"]), ("ttl_seconds = 10", [])])
  func remembersReplaysForTenSeconds(_ line: String, _ codes: [String]) {
    let cache = "[[http_service.http_options.replay_cache]]\ntype = 'header'\nname = 'id'\n"
    #expect(service(cache + line).codes == codes)
  }
}
