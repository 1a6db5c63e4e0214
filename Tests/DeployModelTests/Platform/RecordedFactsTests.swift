import Testing

@testable import DeployModel

/// Compares the platform's facts in Swift with those recorded beside the design.
struct RecordedFactsTests {
  @Test func hasTheRecordedRegions() throws {
    guard let recorded = try RecordedFacts.load() else { return }
    #expect(
      Dictionary(grouping: Region.all, by: \.code).mapValues { $0[0].city } == recorded.regions)
    #expect(
      Dictionary(grouping: Region.deprecated, by: \.code).mapValues { $0[0].replacement }
        == recorded.deprecatedRegions)
  }

  @Test func hasTheRecordedSizes() throws {
    guard let recorded = try RecordedFacts.load() else { return }
    #expect(Set(MachineSize.all.map(\.name)) == Set(recorded.presets.keys))
    for size in MachineSize.all {
      let preset = try #require(recorded.presets[size.name])
      #expect(size.cpuKind.rawValue == preset.cpuKind)
      #expect(size.cpus == preset.cpus)
      #expect(size.memory == preset.memoryMb)
      #expect(size.memoryRange.megabytes == preset.minMemoryMb...preset.maxMemoryMb)
      #expect(size.memoryRange.step == preset.memoryStepMb)
    }
    #expect(Set(RetiredMachineSize.discontinued.value) == Set(recorded.gpuPresetsDiscontinued))
    for kind in CPUKind.allCases {
      #expect(kind.allowedCPUs == recorded.cpusPerKind[kind.rawValue])
    }
  }

  @Test func hasTheRecordedLimitsOfVolumes() throws {
    guard let recorded = try RecordedFacts.load() else { return }
    let volume = recorded.volumeGb
    #expect(PlatformLimits.volumeGigabytes.value == volume.min...volume.max)
    #expect(PlatformLimits.defaultVolumeGigabytes.value == volume.default)
    let days = recorded.snapshotRetentionDays
    #expect(PlatformLimits.snapshotRetentionDays.value == days.min...days.max)
    #expect(PlatformLimits.defaultSnapshotRetentionDays.value == days.default)
    let extend = recorded.autoExtend
    #expect(ends(PlatformLimits.autoExtendThreshold) == extend.threshold)
    #expect(ends(PlatformLimits.autoExtendIncrement) == extend.incrementGb)
    #expect(ends(PlatformLimits.autoExtendLimit) == extend.limitGb)
  }

  @Test func hasTheRecordedTimes() throws {
    guard let recorded = try RecordedFacts.load() else { return }
    let check = recorded.serviceCheckSeconds
    #expect(ends(PlatformLimits.serviceCheckInterval) == check.interval)
    #expect(ends(PlatformLimits.serviceCheckTimeout) == check.timeout)
    #expect(ends(PlatformLimits.serviceCheckGracePeriod) == check.gracePeriod)
    #expect((PlatformLimits.clampedGracePeriod(0) == 0) == check.graceZeroOk)
    let topLevel = recorded.toplevelCheckSeconds
    #expect(PlatformLimits.topLevelCheckMinimumInterval.value == topLevel.intervalMin)
    #expect(PlatformLimits.topLevelCheckMaximumTimeout.value == topLevel.timeoutMax)
    #expect(PlatformLimits.defaultKillTimeout.value == recorded.killTimeoutSeconds.default)
    #expect(PlatformLimits.maximumKillTimeout.value == recorded.killTimeoutSeconds.max)
    #expect(
      "\(PlatformLimits.defaultDeployTimeout.value / 60)m" == recorded.deployTimeoutsDefault)
  }

  @Test func hasTheRecordedWords() throws {
    guard let recorded = try RecordedFacts.load() else { return }
    #expect(PlatformWords.deployStrategies.value == recorded.strategies.sorted())
    #expect(PlatformWords.handlers.value == recorded.handlers.sorted())
    #expect(PlatformWords.restartPolicies.value == recorded.restartPolicies.sorted())
    #expect(PlatformWords.autoStop.value == recorded.autostop.sorted())
    #expect(PlatformWords.killSignals.value == recorded.killSignalsDocs.sorted())
    #expect(PlatformWords.machineSignals.value == recorded.killSignalsApiEnum.sorted())
  }

  @Test func namesTheRecordedVersions() throws {
    guard let recorded = try RecordedFacts.load() else { return }
    let sources: [(String, PlatformSource)] = [
      ("flyctl", .flyctl("")), ("fly-go", .flyGo("")), ("docs", .documentation("")),
    ]
    for (name, source) in sources {
      let version = try #require(recorded.source[name]).split(separator: " ")
      #expect(source.date.description == String(version[1]))
      #expect(name == "docs" || source.address.contains(version[0]))
    }
  }

  @Test func acceptsTheApplicationNamesOfTheRecordedExpression() throws {
    guard let recorded = try RecordedFacts.load() else { return }
    let expression = try Regex(recorded.appNameRegexSuggested)
    let long = String(repeating: "a", count: 63)
    for name in ["a", "a-b", "-a", "a-", "A", "a_b", "", "a.b", long, long + "a", "9", "a--b"] {
      let isMatch = try expression.wholeMatch(in: name) != nil
      #expect((malformation(of: name, as: AppName.init) == nil) == isMatch, "\(name)")
    }
  }

  private func ends(_ fact: PlatformFact<ClosedRange<Int>>) -> [Int] {
    [fact.value.lowerBound, fact.value.upperBound]
  }
}
