import Documents
import Testing

@testable import DeployModel

/// What `--fix` makes of a fly.toml.
@Suite struct FlyTomlMendingTests {
  private func mended(_ text: String) -> String {
    FlyTomlFile(named: "fly.toml", text).mended(.all)?.text ?? text
  }

  @Test func writesTheDurationThatFlyctlUnderstands() {
    #expect(mended("kill_timeout = 300 # long\n") == "kill_timeout = '5m' # long\n")
    #expect(mended("kill_timeout = 90.5\n") == "kill_timeout = '1m30s'\n")
    #expect(
      mended("[[services.tcp_checks]]\ninterval = 15000\n")
        == "[[services.tcp_checks]]\ninterval = '15s'\n")
  }

  @Test func guessesNoUnitWhereNanosecondsAreHardlyMeant() {
    let text = "[deploy]\nwait_timeout = 300\n"
    #expect(mended(text) == text)
  }

  @Test func writesKeysAsFlyctlDoes() {
    #expect(mended("Primary_Region = 'fra'\n") == "primary_region = 'fra'\n")
    #expect(
      mended("[HTTP_Service]\nInternal_Port = 80\n") == "[http_service]\ninternal_port = 80\n")
    #expect(
      mended("[[SERVICES]]\ninternal_port = 80\n[[SERVICES.PORTS]]\nport = 80\n")
        == "[[services]]\ninternal_port = 80\n[[services.ports]]\nport = 80\n")
    #expect(mended("http_service = { Internal_Port = 80 }\n").contains("{ internal_port = 80 }"))
  }

  @Test func leavesAKeyThatStandsThereInBothCases() {
    let text = "primary_region = 'ams'\nPrimary_Region = 'fra'\n"
    #expect(mended(text) == text)
  }

  @Test func givesOldNamesTheirNewOnes() {
    #expect(
      mended("[mount]\nsource = 'data'\ndestination = '/data'\n")
        == "[mounts]\nsource = 'data'\ndestination = '/data'\n")
    #expect(mended("[[compute]]\nsize = 'shared-cpu-1x'\n").hasPrefix("[[vm]]\n"))
    #expect(mended("[metric]\nport = 9091\npath = '/m'\n").hasPrefix("[metrics]\n"))
    #expect(mended("[build]\nbuild_target = 'web'\n") == "[build]\nbuild-target = 'web'\n")
  }

  @Test func writesWholeNumbersAndStrings() {
    #expect(mended("swap_size_mb = 512.0\n") == "swap_size_mb = 512\n")
    #expect(mended("[env]\nRATE = 10000000.0\n") == "[env]\nRATE = '1e+07'\n")
    #expect(mended("[env]\nDEBUG = true\n") == "[env]\nDEBUG = 'true'\n")
  }

  @Test func takesQuotesFromNumbersAndBooleans() {
    #expect(
      mended("[http_service]\ninternal_port = 80\nmin_machines_running = '0'\n")
        == "[http_service]\ninternal_port = 80\nmin_machines_running = 0\n")
    #expect(
      mended("[http_service]\ninternal_port = 80\nforce_https = 'true'\n")
        == "[http_service]\ninternal_port = 80\nforce_https = true\n")
  }

  @Test func removesWhatHasNoEffect() {
    #expect(mended("app = 'a'\nplatform = 'machines' # old\n") == "app = 'a'\n")
  }

  @Test func leavesMisspelledKeysAndLostVolumesToPeople() {
    for text in [
      "primary_regoin = 'fra'\n", "[[vm]]\nsize = 'shared-cpu-1x'\n[[vm.mounts]]\nsource = 'a'\n",
    ] {
      #expect(mended(text) == text)
    }
  }

  @Test func aTextThatStandsForATableIsNoKeyToRemove() {
    let text = "[[services]]\ninternal_port = 80\nconcurrency = '20,25'\n"
    #expect(mended(text).contains("concurrency = '20,25'"))
  }

  @Test func leavesWhatIsNoTOML() {
    #expect(FlyTomlFile(named: "fly.toml", "app = \n").mended(.all) == nil)
  }

  @Test func survivesAMemoryThatNoNumberHolds() {
    let found = FlyTomlFile(named: "fly.toml", "[[vm]]\nmemory = 1e300\n").validate()
    #expect(found.contains { $0.rule.code == "FC909" })
  }

  @Test func onlyChosenRulesAreMended() {
    let text = "Primary_Region = 'fra'\nkill_timeout = 300\n"
    let file = FlyTomlFile(named: "fly.toml", text).mended(FlyTomlRules([.flyTomlKeyCase]))
    #expect(file?.text == "primary_region = 'fra'\nkill_timeout = 300\n")
    #expect(file?.count == 1)
  }

  /// Rules that the reader of fly.toml reports for, whose fixes change no meaning.
  private static let reading = FlyTomlRules(
    Rule.all.filter { !$0.check.flyTomlKinds.isEmpty && $0.severity < .error })

  @Test func realFilesMeanTheSameOnceMended() throws {
    for real in FlyVerdict.all {
      let file = FlyTomlFile(named: real.name, real.text)
      guard let mended = file.mended(Self.reading) else { continue }
      let before = try #require(file.configuration)
      let after = try #require(FlyTomlFile(named: real.name, mended.text).configuration)
      #expect(FlyMeaning(after).isSame(as: FlyMeaning(before)), "\(real.name)")
    }
  }

  @Test func nothingIsLeftToFixInRealFilesOnceMended() {
    var count = 0
    for real in FlyVerdict.all {
      guard let mended = FlyTomlFile(named: real.name, real.text).mended(.all) else { continue }
      count += 1
      let again = FlyTomlFile(named: real.name, mended.text)
      #expect(again.configuration != nil, "\(real.name)")
      #expect(again.mended(.all) == nil, "\(real.name)")
      let errors = again.validate().count { $0.rule.severity == .error }
      let earlier = FlyTomlFile(named: real.name, real.text).validate()
        .count { $0.rule.severity == .error }
      #expect(errors <= earlier, "\(real.name)")
    }
    #expect(FlyVerdict.all.isEmpty || count > 0)
  }
}
