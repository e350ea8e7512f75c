namespace CaseMgmt.E2e.Desks;

/// <summary>The stories of the desks share one county at work: filling it costs more than any of them.</summary>
[CollectionDefinition(Name)]
public sealed class DeskStories : ICollectionFixture<Browsers>, ICollectionFixture<DeskHost>
{
    public const string Name = "Desks";
}
