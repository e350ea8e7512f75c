namespace CaseMgmt.Workflows.Tests.Storage;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class TestTime(DateTimeOffset? start = null) : TimeProvider
{
    private DateTimeOffset now = start ?? new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
