import Testing

@testable import DeployModel

@Suite struct VolumeRuleTests {
  @Test func findsAVolumeInsideOfAMachine() {
    let found = FoundInPiece.machine("[vm.mounts]\nsource = 'data'")
    #expect(
      found.messages
        == ["FC960 flyctl drops 'mounts' in 'vm' in silence: the volume is never mounted"])
    #expect(FoundInPiece.machine("[[vm.mount]]\nsource = 'data'").codes == ["FC960"])
  }

  @Test(arguments: [
    ("", ["FC967"]), ("destination = ''", ["FC967"]), ("destination = '/'", ["FC968"]),
    ("destination = '//'", ["FC968"]), ("destination = 'data'", ["FC969"]),
    ("destination = './data'", ["FC969"]), ("destination = '/data/'", []),
    ("destination = '$DATA'", []), ("destination = 3", ["FC902"]),
  ])
  func wantsAnAbsoluteDestination(_ line: String, _ codes: [String]) {
    #expect(FoundInPiece("[[mounts]]\nsource = 'data'\n" + line).codes == codes)
  }

  @Test func pointsAtTheHeaderOfAVolumeWithoutDestination() {
    #expect(FoundInPiece("\n[[mounts]]\nsource = 'data'").lines == [2])
  }

  @Test(arguments: ["data", "data_1", "Data", "{{ name }}"])
  func leavesNamesOfVolumesAlone(_ name: String) {
    #expect(FoundInPiece("[mounts]\nsource = '\(name)'\ndestination = '/data'").messages == [])
  }

  @Test(arguments: ["my-data", "my.data", "my data", "dätä"])
  func refusesOtherCharactersInNamesOfVolumes(_ name: String) {
    let found = FoundInPiece("[mounts]\nsource = '\(name)'\ndestination = '/data'")
    #expect(found.codes == ["FC971"])
  }

  @Test func proposesANameForAVolume() {
    let found = FoundInPiece("[mounts]\nsource = 'My-Data'\ndestination = '/data'")
    #expect(found.helps == ["write 'my_data'"])
  }

  @Test func countsTheVolumesOfTheGroupThatIsMeantByNone() {
    let groups = "[processes]\napp = 'a'\nweb = 'b'\n"
    let first = "[[mounts]]\nsource = 'a'\ndestination = '/a'\n"
    let second = "[[mounts]]\nsource = 'b'\ndestination = '/b'\n"
    #expect(FoundInPiece(groups + first + second + "processes = ['web']").messages == [])
    let found = FoundInPiece(groups + first + second + "processes = ['web', 'app']")
    #expect(
      found.messages
        == ["FC972 another volume for the process group 'app': a machine has one at most"])
    #expect(found.lines == [7])
  }

  @Test func takesTheFirstGroupWhereNoneIsCalledApp() {
    let groups = "[processes]\nweb = 'a'\njob = 'b'\n"
    let first = "[[mounts]]\nsource = 'a'\ndestination = '/a'\n"
    let second = "[[mounts]]\nsource = 'b'\ndestination = '/b'\n"
    #expect(FoundInPiece(groups + first + second + "processes = ['web']").messages == [])
    #expect(FoundInPiece(groups + first + second + "processes = ['job']").codes == ["FC972"])
  }

  @Test(arguments: [
    ("'1gb'", []), ("500", []), ("'500GB'", []), ("'501gb'", ["FC973"]), ("'900mb'", ["FC973"]),
    ("0", ["FC973"]), ("-1", ["FC973"]), ("''", []), ("'1tb'", ["FC973"]),
  ])
  func limitsTheSizeOfAVolume(_ size: String, _ codes: [String]) {
    #expect(FoundInPiece.volume("initial_size = \(size)").codes == codes)
  }

  @Test func namesTheNearestSizeOfAVolume() {
    let found = FoundInPiece.volume("initial_size = '1tb'")
    #expect(found.messages == ["FC973 a volume of '1tb' is more than 500 GB"])
    #expect(found.helps == ["write '500gb'"])
  }

  @Test(arguments: [("1", []), ("60", []), ("61", ["FC974"]), ("0", ["FC974"])])
  func limitsHowLongSnapshotsAreKept(_ days: String, _ codes: [String]) {
    #expect(FoundInPiece.volume("snapshot_retention = \(days)").codes == codes)
  }

  @Test(arguments: [
    ("threshold = 80", ["FC975"]), ("increment = '1GB'", ["FC975"]), ("limit = '10GB'", ["FC975"]),
    ("threshold = 80\nincrement = '1GB'", []), ("threshold = 0", []),
    ("threshold = 80\nincrement = '1GB'\nlimit = '500GB'", []),
    ("threshold = 0\nincrement = '1GB'", ["FC975"]),
    ("threshold = 49\nincrement = '1GB'", ["FC976"]),
    ("threshold = 100\nincrement = '1GB'", ["FC976"]),
    ("threshold = 99\nincrement = '100GB'", []),
    ("threshold = 80\nincrement = '101GB'", ["FC976"]),
    ("threshold = 80\nincrement = '0'", ["FC976"]),
    ("threshold = 80\nincrement = '1GB'\nlimit = '501GB'", ["FC976"]),
    ("threshold = 80\nincrement = 1", ["FC902"]),
  ])
  func wantsAllOfAutomaticGrowthWithinLimits(_ lines: String, _ codes: [String]) {
    let keys = lines.split(separator: "\n").map { "auto_extend_size_" + $0 }
    #expect(FoundInPiece.volume(keys.joined(separator: "\n")).codes == codes)
  }

  @Test func saysWhatIsMissingOfAutomaticGrowth() {
    let found = FoundInPiece.volume("auto_extend_size_limit = '10GB'")
    #expect(
      found.helps
        == ["write auto_extend_size_threshold = 80 and auto_extend_size_increment = \"1GB\""])
  }
}
