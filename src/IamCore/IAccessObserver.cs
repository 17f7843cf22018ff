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
