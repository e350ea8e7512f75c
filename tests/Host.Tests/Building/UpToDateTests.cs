using System.Diagnostics;

namespace CaseMgmt.Host.Tests.Building;

/// <summary>
/// The check that lets "dotnet run" skip restore and build, on a small tree of the same shape: the real files src/Host/Directory.Build.targets and
/// src/Host/UpToDate.targets, and a project whose targets say what they did.
/// </summary>
public sealed class UpToDateTests : IDisposable
{
    private const string Project = """
        <Project DefaultTargets="Build">
          <PropertyGroup>
            <Configuration Condition="'$(Configuration)' == ''">Debug</Configuration>
            <OutDir>bin/</OutDir>
            <BuildDependsOn>Compile</BuildDependsOn>
          </PropertyGroup>
          <Target Name="Restore"><Message Importance="high" Text="restored" /></Target>
          <Target Name="Compile">
            <Message Importance="high" Text="compiled" />
            <WriteLinesToFile File="bin/CaseMgmt.Host.dll" Lines="compiled" Overwrite="true" />
            <WriteLinesToFile File="obj/project.assets.json" Lines="{}" Overwrite="true" />
          </Target>
          <Target Name="GetTargetPath" />
          <Target Name="Build" DependsOnTargets="$(BuildDependsOn)" />
          <Import Project="Directory.Build.targets" />
        </Project>
        """;

    private static readonly string[] Inputs =
    [
        "Directory.Packages.props", "Directory.Build.props", "global.json", ".editorconfig", "definitions/themes/DJ-01.json", "src/Cases/Tasks/CreateTask.cs",
        "src/Cases/Resources/tasks.zh.json", "src/Cases/Cases.csproj", "src/Cases/packages.lock.json", "src/Designer/Studio.targets", "src/Designer/package-lock.json",
        "src/Host/ClientApp/src/main.tsx", "src/Host/ClientApp/package-lock.json", "src/Host/Properties/launchSettings.json", "tools/DataGenerator/Program.cs",
    ];

    private static readonly string[] Outputs = ["src/Host/bin/CaseMgmt.Host.dll", "src/Host/wwwroot/assets/main.js", "src/Host/obj/project.assets.json", "src/Designer/node_modules/.restored"];

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("up-to-date");

    public UpToDateTests()
    {
        foreach (var file in Inputs.Concat(Outputs))
        {
            Write(file, "{}");
        }

        foreach (var file in new[] { "Directory.Build.targets", "UpToDate.targets" })
        {
            File.Copy(Path.Combine(Checkout.Root, "src", "Host", file), Place("src/Host/" + file));
        }

        Write("src/Host/Host.proj", Project);
        Build();
    }

    [Fact]
    public void NothingChanged_NextBuild_NeitherRestoresNorCompiles() => Assert.Empty(Build());

    [Fact]
    public void AnyInputTouchedAddedOrDeleted_NextBuild_RestoresAndCompilesOnce()
    {
        foreach (var file in Inputs)
        {
            AssertBuilds(() => Write(file, "{ }"), "change of " + file);
        }

        AssertBuilds(() => Write("src/Cases/Tasks/CloseTask.cs", "new"), "a new source");
        AssertBuilds(() => File.Delete(Place("src/Cases/Tasks/CloseTask.cs")), "a deleted source");
        AssertBuilds(() => File.Move(Place("definitions/themes/DJ-01.json"), Place("definitions/themes/DJ-02.json")), "a renamed theme");
        Assert.Empty(Build());
    }

    [Fact]
    public void AnyOutputLost_NextBuild_MakesItAgain()
    {
        foreach (var file in Outputs)
        {
            AssertBuilds(() => File.Delete(Place(file)), "loss of " + file);
        }

        Assert.Empty(Build());
    }

    [Fact]
    public void OtherSwitches_NextBuild_Compiles()
    {
        Assert.Equal(["restored", "compiled"], Build("-p:DefineConstants=TRIAL"));
        Assert.Equal(["restored", "compiled"], Build("-p:SkipClient=true"));
        Assert.Equal(["restored", "compiled"], Build("-p:UpToDateCheck=false"));
    }

    [Fact]
    public void ForcedRestoreOrPublish_NothingChanged_IsNotSkipped()
    {
        Assert.Equal(["restored"], Run("-t:Restore", "-p:RestoreForce=true"));
        Assert.Equal(["restored", "compiled"], Build("-p:_IsPublishing=true"));
    }

    public void Dispose() => root.Delete(recursive: true);

    private void AssertBuilds(Action change, string what)
    {
        change();
        Assert.True(Build() is ["restored", "compiled"], $"{what} went unnoticed");
    }

    private string[] Build(params string[] switches) => Run(["-restore", .. switches]);

    private string[] Run(params string[] switches)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "src/Host/Host.proj", "-nologo", "-v:m", .. switches]) { WorkingDirectory = root.FullName, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, string.Join('\n', lines));
        return lines;
    }

    private string Place(string file) => Path.Combine(root.FullName, file);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place(file))!);
        File.WriteAllText(Place(file), text);
    }
}
