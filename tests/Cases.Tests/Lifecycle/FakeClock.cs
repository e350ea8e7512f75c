namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>A clock that stands still until the test moves it.</summary>
internal sealed class FakeClock(DateTime utc) : TimeProvider
{
    public DateTime Now { get; set; } = DateTime.SpecifyKind(utc, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(Now);
}
