import Documents
import Testing

@testable import DeployModel

@Suite struct FlyMeaningTests {
  private func meaning(_ text: String) throws -> FlyMeaning {
    let configuration = FlyTomlFile(named: "fly.toml", text).configuration
    return FlyMeaning(try #require(configuration))
  }

  /// What flyctl understood is read as if it stood in a file, and comes to the same.
  @Test func understandsRealFilesAsFlyctlDoes() throws {
    for verdict in FlyVerdict.all where verdict.isValid {
      let configuration = try #require(verdict.configuration)
      var reader = FlyReader()
      let theirs = FlyMeaning(reader.configuration(of: configuration))
      let ours = try meaning(verdict.text)
      #expect(
        ours.isSame(as: theirs),
        "\(verdict.name)\n\(JSONWriter.document(ours.root))\n\(JSONWriter.document(theirs.root))")
    }
  }

  @Test(arguments: [
    ("kill_timeout = 120", "kill_timeout = '2m'"),
    ("[[services]]\ninternal_port = '80'", "[services]\ninternal_port = 80"),
    ("[[vm]]\nsize = 'shared-cpu-2x'", "[vm]\ncpus = 2\nmemory = '512mb'"),
    ("[compute]\nmemory_mb = 1024", "[[vm]]\nmemory = '1GiB'"),
    ("[experimental]\nkill_timeout = 7", "Kill_Timeout = '7s'"),
    ("[http_service]\nauto_stop_machines = true", "[http_service]\nauto_stop_machines = 'stop'"),
    ("[mount]\nsource = 'a'\ninitial_size = 10", "[[mounts]]\nsource = 'a'\ninitial_size = '10gb'"),
    ("[[checks]]\nname = 'a'\nport = 1", "[checks.a]\nport = 1"),
    ("[env]\nA = 1", "[[env]]\nA = '1'"),
    ("[http_service]\nforce_https = false\ninternal_port = 1", "[http_service]\ninternal_port = 1"),
  ])
  func sameThingsInOtherWordsAreTheSame(_ one: String, _ other: String) throws {
    let (left, right) = (try meaning(one), try meaning(other))
    #expect(left.isSame(as: right), "\(left.root) \(right.root)")
    #expect(!left.root.members.isEmpty)
  }

  @Test(arguments: [
    ("kill_timeout = 120", "kill_timeout = '120ms'"),
    ("[env]\nA = ''", ""),
    ("[[vm]]\nmemory = '512mb'", "[[vm]]\nmemory = '256mb'"),
    ("[processes]\napp = ''", ""),
    ("[[mounts]]\nsource = 'a'", "[[mounts]]\nsource = 'b'"),
  ])
  func otherThingsAreNot(_ one: String, _ other: String) throws {
    let (left, right) = (try meaning(one), try meaning(other))
    #expect(!left.isSame(as: right))
  }
}
