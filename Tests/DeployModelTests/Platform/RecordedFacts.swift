import Foundation

/// The facts about Fly.io as they were recorded beside the design, in `shared/facts`.
struct RecordedFacts: Decodable {
  struct Preset: Decodable {
    var cpuKind: String
    var cpus: Int
    var memoryMb: Int
    var minMemoryMb: Int
    var maxMemoryMb: Int
    var memoryStepMb: Int
  }

  struct Limits: Decodable {
    var min: Int
    var max: Int
    var `default`: Int
  }

  struct AutoExtend: Decodable {
    var threshold: [Int]
    var incrementGb: [Int]
    var limitGb: [Int]
  }

  struct ServiceCheck: Decodable {
    var interval: [Int]
    var timeout: [Int]
    var gracePeriod: [Int]
    var graceZeroOk: Bool
  }

  struct TopLevelCheck: Decodable {
    var intervalMin: Int
    var timeoutMax: Int
  }

  struct KillTimeout: Decodable {
    var `default`: Int
    var max: Int
  }

  var source: [String: String]
  var presets: [String: Preset]
  var gpuPresetsDiscontinued: [String]
  var cpusPerKind: [String: [Int]]
  var regions: [String: String]
  var deprecatedRegions: [String: String]
  var volumeGb: Limits
  var snapshotRetentionDays: Limits
  var autoExtend: AutoExtend
  var serviceCheckSeconds: ServiceCheck
  var toplevelCheckSeconds: TopLevelCheck
  var killTimeoutSeconds: KillTimeout
  var deployTimeoutsDefault: String
  var strategies: [String]
  var handlers: [String]
  var restartPolicies: [String]
  var autostop: [String]
  var killSignalsDocs: [String]
  var killSignalsApiEnum: [String]
  var appNameRegexSuggested: String

  /// The recorded facts, or nil with a printed reason where they are not at hand.
  static func load() throws -> RecordedFacts? {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let file = folder.deletingLastPathComponent().appending(path: "shared/facts/fly-platform.json")
    guard let data = try? Data(contentsOf: file) else {
      print("not compared with the recorded facts: \(file.path) is not there")
      return nil
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .custom { path in
      let key = path[path.count - 1].stringValue
      let isName =
        path.count > 1
        && ["presets", "regions", "deprecated_regions"].contains(path[path.count - 2].stringValue)
      return RecordedKey(stringValue: isName ? key : camelCase(key))
    }
    return try decoder.decode(RecordedFacts.self, from: data)
  }

  private static func camelCase(_ key: String) -> String {
    let words = key.split(separator: "_")
    return words.dropFirst().reduce(words.first.map(String.init) ?? "") { $0 + $1.capitalized }
  }
}

private struct RecordedKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }

  init?(intValue: Int) { nil }
}
