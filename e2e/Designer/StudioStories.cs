namespace CaseMgmt.E2e.Designer;

/// <summary>The designer's stories share one host and one Chromium: each works on a lifecycle of its own, and a second first start would prove nothing more.</summary>
[CollectionDefinition(Name)]
public sealed class StudioStories : ICollectionFixture<Browsers>, ICollectionFixture<StudioHost>
{
    public const string Name = "designer";
}
