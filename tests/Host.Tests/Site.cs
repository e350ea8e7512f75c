using CaseMgmt.Cases.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests;

/// <summary>The whole product as it is served, on its own data directory with a real SQLite file; without the sample county, with its people.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("casemgmt-host-");

    public string Data => data.FullName;

    /// <summary>Further settings; to be filled before the first call.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Stands in for what a test cannot build; to be set before the first call.</summary>
    public Action<IServiceCollection> Replace { get; set; } = _ => { };

    /// <summary>Somebody who has not signed in.</summary>
    public Visitor Stranger() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("http://localhost") }));

    /// <summary>A signed-in demo account.</summary>
    public async Task<Visitor> AsAsync(string userName)
    {
        var visitor = Stranger();
        var answer = await visitor.SignInAsync(userName, DemoAccounts.Password);
        Assert.True(answer.IsSuccessStatusCode, $"{userName} could not sign in: {answer.StatusCode}");
        return visitor;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("data", data.FullName);
        builder.UseSetting("sample", "people");
        builder.UseSetting("urls", "http://localhost");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        // What takes ten seconds for a person is asked at every request here.
        builder.ConfigureServices(services => services.PostConfigure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero));
        builder.ConfigureServices(Replace);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        data.Delete(recursive: true);
    }
}
