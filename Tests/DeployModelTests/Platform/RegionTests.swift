import Testing

@testable import DeployModel

struct RegionTests {
  @Test func listsEighteenRegionsOnceAndInOrder() {
    let codes = Region.all.map(\.code)
    #expect(codes.count == 18)
    #expect(codes == Array(Set(codes)).sorted())
  }

  @Test func listsDeprecatedRegionsOnceAndInOrder() {
    let codes = Region.deprecated.map(\.code)
    #expect(codes == Array(Set(codes)).sorted())
    #expect(Set(codes).isDisjoint(with: Region.all.map(\.code)))
  }

  @Test(arguments: Region.deprecated)
  func replacesADeprecatedRegionByACurrentOne(region: DeprecatedRegion) {
    #expect(Region.named(region.replacement) != nil)
    #expect(!region.city.isEmpty)
  }

  @Test func findsARegionByItsCode() {
    #expect(Region.named("fra")?.city == "Frankfurt, Germany")
    #expect(Region.named("waw") == nil)
    #expect(DeprecatedRegion.named("waw")?.replacement == "ams")
    #expect(DeprecatedRegion.named("fra") == nil)
  }
}
