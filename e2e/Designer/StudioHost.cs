namespace CaseMgmt.E2e.Designer;

/// <summary>A first start with the sample county, shared by the stories of one class.</summary>
public sealed class StudioHost : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("casemgmt-studio").FullName;

    public RunningHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await RunningHost.StartAsync(Path.Combine(folder, "data"));

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
