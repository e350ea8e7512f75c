using System.Diagnostics;
using System.Text;

namespace CaseMgmt.Benchmarks;

/// <summary>A database's own shell, kept open: it takes one statement at a time, so that it can take turns with ours and both meet the same load of the machine.</summary>
internal sealed class PlainShell : IDisposable
{
    private readonly Process process;
    private readonly string after;
    private readonly StringBuilder errors = new();

    private PlainShell(Process process, string after)
    {
        (this.process, this.after) = (process, after);
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Null where the shell is not installed. <paramref name="after"/> makes it say "done" on its standard output.</summary>
    public static PlainShell? Open(string program, string arguments, string settings, string after)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            var shell = new PlainShell(Process.Start(start)!, after);
            shell.Time(settings);
            return shell;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>How long the shell takes for these statements; what they return is thrown away.</summary>
    public TimeSpan Time(string statements)
    {
        var watch = Stopwatch.StartNew();
        process.StandardInput.Write($"{statements}\n{after}\n");
        process.StandardInput.Flush();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line == "done")
            {
                return watch.Elapsed;
            }
        }

        process.WaitForExit();
        throw new InvalidOperationException($"The shell ended: {errors}");
    }

    /// <summary>Ends the shell. A statement that failed took no time: then there is nothing to compare with.</summary>
    public void End()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        if (errors.ToString().Trim().Length > 0)
        {
            throw new InvalidOperationException($"The shell refused something: {errors}");
        }
    }

    public void Dispose() => process.Dispose();
}
