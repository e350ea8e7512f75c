using System.Diagnostics;

namespace CaseMgmt.E2e;

/// <summary>A small generated county as a folder of CSV, and the people who work on it.</summary>
public static class County
{
    private const string People = """
        user_name,display_name,person_no,org_no,roles,password
        liu,刘分析,P101,3703,analyst,Journey#2026
        chen,陈专责,P102,370306,county-auditor,Journey#2026
        zhao,赵师傅,P103,37030601,handler,Journey#2026
        sun,孙复核,P104,3703,reviewer,Journey#2026
        qian,钱流程,P105,3703,process-owner,Journey#2026
        zhou,周审计,P106,37,auditor,Journey#2026
        wulin,吴管理,P107,37,administrator,Journey#2026
        zheng,郑师傅,P108,37030602,handler,Journey#2026
        """;

    public static async Task<string> GenerateAsync(string folder, int seed)
    {
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Repository.DataGeneratorAssembly, "--out", folder, "--accounts", "1000", "--seed", $"{seed}"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return folder;
    }

    public static async Task<string> WritePeopleAsync(string folder)
    {
        var file = Path.Combine(folder, "people.csv");
        await File.WriteAllTextAsync(file, People);
        return file;
    }
}
