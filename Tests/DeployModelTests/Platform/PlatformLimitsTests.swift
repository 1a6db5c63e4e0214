import Testing

@testable import DeployModel

struct PlatformLimitsTests {
  @Test(arguments: [(0, 0), (-5, 1), (1, 1), (30, 30), (600, 60)])
  func clampsAGracePeriodButNotZero(seconds: Int, clamped: Int) {
    #expect(PlatformLimits.clampedGracePeriod(seconds) == clamped)
  }

  @Test(arguments: [(0, 1), (1, 1), (60, 60), (61, 60)])
  func clampsAnIntervalToAMinute(seconds: Int, clamped: Int) {
    #expect(PlatformLimits.clamped(seconds, to: PlatformLimits.serviceCheckInterval) == clamped)
  }

  @Test(arguments: [
    PlatformWords.deployStrategies, PlatformWords.handlers, PlatformWords.restartPolicies,
    PlatformWords.autoStop, PlatformWords.killSignals, PlatformWords.machineSignals,
    RetiredMachineSize.discontinued, RetiredMachineSize.stems,
  ])
  func listsWordsOnceAndInOrderWithASource(fact: PlatformFact<[String]>) {
    #expect(fact.value == Array(Set(fact.value)).sorted())
    #expect(fact.source.hasPrefix("https://"))
    #expect(fact.date > CalendarDate(constant: 2026, 1, 1))
  }
}
