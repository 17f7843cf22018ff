using IamCore.Cli;

using var console = CliConsole.OfProcess();
return Tool.Run(args, console);
