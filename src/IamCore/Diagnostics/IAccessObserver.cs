namespace IamCore;

/// <summary>
/// Is told of every decision after it was made, for audit and the like; explanations and simulations are not told of. Called on the asker's
/// thread: be quick, and do not throw: what is thrown reaches the asker in the place of the answer.
/// </summary>
public interface IAccessObserver
{
    /// <summary>A question was decided.</summary>
    void OnDecided(in AccessEvent access);
}

/// <summary>A decision that was made.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Principal">Who asked, by the current name; as asked where the directory does not know them.</param>
/// <param name="Result">The answer.</param>
/// <param name="Time">When.</param>
public readonly record struct AccessEvent(AccessQuestion Question, Principal Principal, AccessResult Result, DateTimeOffset Time);
