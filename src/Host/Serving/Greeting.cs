using CaseMgmt.Cases.Access;

namespace CaseMgmt.Host.Serving;

/// <summary>The lines a person at the console waits for.</summary>
public static class Greeting
{
    public static void Print(WebApplication app)
    {
        Console.WriteLine($"Ready: {string.Join(", ", app.Urls)}   data: {app.Services.GetRequiredService<Places>().Data}");
        var demo = app.Services.GetRequiredService<DemoAccounts>().Shown;
        if (demo.Count > 0)
        {
            Console.WriteLine($"Demo accounts (password {DemoAccounts.Password}):");
        }

        foreach (var account in demo)
        {
            Console.WriteLine($"  {account.UserName,-10} {account.Role,-15} {account.DisplayName}");
        }
    }
}
