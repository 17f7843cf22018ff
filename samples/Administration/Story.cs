using IamCore;

namespace Administration;

/// <summary>Prints each step and what came of it.</summary>
internal static class Story
{
    public static void Chapter(string title) => Console.WriteLine($"\n{title}");

    /// <summary>A step that succeeds.</summary>
    public static async Task<T> StepAsync<T>(string text, Task<T> step)
    {
        var result = await step;
        Console.WriteLine($"  done     {text}");
        return result;
    }

    /// <summary>A step that must be refused; a success would be the sample's failure.</summary>
    public static async Task RefusedAsync<T>(string text, Task<T> step)
    {
        try
        {
            await step;
        }
        catch (IamException refused)
        {
            Console.WriteLine($"  refused  {text}\n           {refused.Code}: {refused.Message}");
            return;
        }

        throw new InvalidOperationException($"This should have been refused: {text}");
    }

    public static void Tell(string text) => Console.WriteLine($"  {text}");
}
