import Testing

@testable import DeployModel

/// Files that someone has damaged are reported, whatever has become of them.
@Suite struct MutatedFileTests {
  private static let pieces = [
    "[", "]", "\"", "'", "=", "\n", "{", "}", ",", ".", "0", "-1", "99999999999999999999", "1e400",
    "true", "[[vm]]\n", "\u{0}", "inf", "nan", "1979-05-27", "[]", "{}", "9223372036854775807",
    "-9223372036854775808", "'1e300gb'", "'9999999h'", "[http_service]\n", "[[mounts]]\n",
  ]

  private static let sample = """
    app = 'shop'
    kill_timeout = 120

    [env]
    PORT = '8080'

    [processes]
    web = 'bin/web'

    [http_service]
    internal_port = 8080
    processes = ['web']
    min_machines_running = 1

    [[http_service.checks]]
    interval = '10s'
    timeout = '2s'

    [[services]]
    protocol = 'tcp'
    internal_port = 25
    processes = ['web']
    concurrency = '20,25'

    [[services.ports]]
    port = 25

    [checks.alive]
    type = 'tcp'

    [[mounts]]
    source = 'data'
    destination = '/data'
    initial_size = '1gb'

    [[vm]]
    size = 'shared-cpu-1x'
    memory = '512mb'
    """

  @Test func everyRuleAndEveryMeaningSurvivesTwoThousandOfThem() {
    var generator = SplitMix(state: 20_261_125)
    let originals = [Self.sample] + FlyVerdict.all.map(\.text)
    var found = 0
    for _ in 0..<2_000 {
      var text = Array(originals.randomElement(using: &generator) ?? "")
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let place = Int.random(in: 0...text.count, using: &generator)
        if Bool.random(using: &generator) {
          text.insert(
            contentsOf: Self.pieces.randomElement(using: &generator) ?? "", at: place)
        } else {
          text.removeSubrange(place..<min(text.count, place + 8))
        }
      }
      let file = FlyTomlFile(named: "fly.toml", String(text))
      found += file.validate().count
      if let configuration = file.configuration {
        _ = FlyMeaning(configuration)
        _ = try? FlyImport(configuration, app: "shop").rest
      }
    }
    #expect(found > 2_000)
  }

  private static let oddValues = [
    "nan", "-inf", "+inf", "1e400", "-1e300", "0.5", "-1", "9223372036854775807",
    "-9223372036854775808", "''", "'-9223372036854775808'", "'nan'", "'1e300gb'", "'9999999h'",
    "1979-05-27", "[]", "[nan]", "{}", "true",
  ]

  /// Each key that real files have, once, behind the headers above it.
  private static var keysOfRealFiles: Set<String> {
    var keys: Set<String> = []
    for text in [Self.sample] + FlyVerdict.all.map(\.text) {
      var header = ""
      for line in text.split(separator: "\n") {
        let content = line.drop(while: \.isWhitespace)
        if content.hasPrefix("[") {
          let isInside = content.contains { $0 == "." }
          header = (isInside ? header : "") + content + "\n"
        } else if let equals = content.firstIndex(of: "=") {
          keys.insert(header + content[...equals])
        }
      }
    }
    return keys
  }

  @Test func everyKeySurvivesEveryOddValue() {
    var found = 0
    for key in Self.keysOfRealFiles {
      for value in Self.oddValues {
        let file = FlyTomlFile(named: "fly.toml", "\(key) \(value)\n")
        found += file.validate().count
        if let configuration = file.configuration { _ = FlyMeaning(configuration) }
      }
    }
    #expect(found > 400)
  }
}
