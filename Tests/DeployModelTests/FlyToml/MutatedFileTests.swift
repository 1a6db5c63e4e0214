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
}
