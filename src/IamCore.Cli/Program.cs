using IamCore.Cli;

return Tool.Run(args, CliConsole.OfProcess());
